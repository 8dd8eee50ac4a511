// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates a client as an installation of a GitHub App.
 *
 * <p>Its tokens are valid for an hour. Each is requested when it is needed, by a separate client that waits, retries
 * and reports like any other, and replaced five minutes before it expires or when GitHub refuses it.
 */
public final class InstallationCredentials implements Credentials {

    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final GitHubClient app;
    private final String appId;
    private final AppPlaces places;
    private final List<String> repositories;
    private final Clock clock;
    private Optional<String> installation;
    private @Nullable Issued current;
    private @Nullable Issued previous;

    private record Issued(Token token, Instant renewAt) {}

    /**
     * Credentials of one installation.
     *
     * @param app asks as the App itself; closed with this
     * @param appId id of the App, for messages
     * @param places where it is configured, for messages
     * @param installation id of the installation; empty to find it by its repositories
     * @param repositories some of those it covers, {@code owner/repo}
     */
    public InstallationCredentials(
            GitHubClient app,
            String appId,
            AppPlaces places,
            Optional<String> installation,
            List<String> repositories,
            Clock clock) {
        this.app = app;
        this.appId = appId;
        this.places = places;
        this.installation = installation;
        this.repositories = List.copyOf(repositories);
        this.clock = clock;
    }

    /** Credentials of an App itself. */
    public static Credentials ofApp(String appId, AppKey key, Clock clock) {
        return new AppCredentials(appId, key, clock);
    }

    @Override
    public String holder() {
        return app.holder();
    }

    @Override
    public Pass pass() throws InterruptedException {
        if (current != null && clock.instant().isBefore(current.renewAt())) {
            return new Pass.Ready(Optional.of(current.token()));
        }
        if (installation.isEmpty()) {
            Optional<Answer> refusal = findInstallation();
            if (refusal.isPresent()) {
                return new Pass.Refused(refusal.get());
            }
        }
        return issue();
    }

    @Override
    public boolean refused(Instant date) {
        forget();
        return true;
    }

    @Override
    public String redact(String text) {
        String without = app.redact(text);
        without = current == null ? without : current.token().redact(without);
        return previous == null ? without : previous.token().redact(without);
    }

    @Override
    public long requests() {
        return app.requests();
    }

    @Override
    public void close() {
        app.close();
    }

    /** Looks for the installation; returns the answer that prevents it, if any. */
    private Optional<Answer> findInstallation() throws InterruptedException {
        for (String repository : repositories) {
            Answer answer = app.get("/repos/" + repository + "/installation", Optional.empty());
            if (answer instanceof Answer.Fresh fresh && fresh.json().path("id").isIntegralNumber()) {
                installation = Optional.of(fresh.json().path("id").asText());
                return Optional.empty();
            }
            if (!(answer instanceof Answer.NotFound)) {
                return Optional.of(explained(answer));
            }
        }
        return Optional.of(new Answer.Failed("GitHub App " + appId + " is not installed on "
                + String.join(", ", repositories) + ": install it there, or name its installation in "
                + places.installation()));
    }

    private Pass issue() throws InterruptedException {
        forget();
        String id = installation.orElseThrow();
        Answer answer = app.post("/app/installations/" + id + "/access_tokens", "{}");
        if (answer instanceof Answer.Fresh fresh) {
            Optional<Issued> issued = read(fresh);
            current = issued.orElse(null);
            return issued.<Pass>map(token -> new Pass.Ready(Optional.of(token.token())))
                    .orElseGet(() -> new Pass.Refused(new Answer.Failed(
                            "GitHub's answer to the request for a token of installation " + id + " holds none")));
        }
        return new Pass.Refused(
                answer instanceof Answer.NotFound
                        ? new Answer.Failed("GitHub App " + appId + " has no installation " + id + ": check "
                                + places.installation() + ", or whether it was uninstalled")
                        : explained(answer));
    }

    /** The token's validity by our own clock, however wrong that may be. */
    private Optional<Issued> read(Answer.Fresh fresh) {
        JsonNode token = fresh.json().path("token");
        try {
            Instant expiry = Instant.parse(fresh.json().path("expires_at").asText());
            Duration life = Duration.between(fresh.date(), expiry);
            return Optional.of(new Issued(
                    new Token(token.asText()), clock.instant().plus(life).minus(MARGIN)));
        } catch (DateTimeException | IllegalArgumentException notAToken) {
            return Optional.empty();
        }
    }

    private Answer explained(Answer answer) {
        return answer instanceof Answer.Unauthorized unauthorized
                ? new Answer.Failed("GitHub refuses the key of App " + appId + " (401 " + unauthorized.message()
                        + "): check " + places.id() + " and " + places.key())
                : answer;
    }

    private void forget() {
        previous = current == null ? previous : current;
        current = null;
    }
}
