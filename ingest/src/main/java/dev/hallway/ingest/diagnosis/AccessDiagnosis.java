// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.access.Identity;
import dev.hallway.ingest.github.Answer;
import dev.hallway.ingest.github.Credentials;
import dev.hallway.ingest.github.GitHubClient;
import dev.hallway.ingest.github.InstallationCredentials;
import dev.hallway.ingest.github.QuotaReserve;
import dev.hallway.ingest.github.RequestListener;
import dev.hallway.ingest.github.RetryPolicy;
import dev.hallway.ingest.github.Timeouts;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks GitHub which accounts the configured credentials belong to, and what is left of their quotas.
 *
 * @param githubUrl address of the API
 * @param access who would ask
 */
public record AccessDiagnosis(URI githubUrl, Access access, Clock clock) {

    private static final int MOST_INSTALLATIONS = 100;
    private static final Timeouts SOON =
            new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(20));

    /** One for each identity; for a GitHub App, one for each of its installations. */
    public List<Diagnosis> run() throws InterruptedException {
        List<Diagnosis> all = new ArrayList<>();
        for (Identity identity : access.identities()) {
            if (identity instanceof Identity.App app) {
                all.addAll(ofApp(app));
            } else if (identity instanceof Identity.WithToken token) {
                all.add(ofToken(token));
            } else {
                try (GitHubClient nobody = client(Credentials.none())) {
                    all.add(quotas(nobody, identity, "no token"));
                }
            }
        }
        return List.copyOf(all);
    }

    private Diagnosis ofToken(Identity.WithToken token) throws InterruptedException {
        try (GitHubClient github = client(Credentials.of(token.token(), token.name()))) {
            Diagnosis found = quotas(github, token, token.name());
            if (!(found instanceof Diagnosis.Heard heard)) {
                return found;
            }
            Answer user = github.get("/user", Optional.empty());
            String holder = user instanceof Answer.Fresh fresh
                    ? fresh.json().path("login").asText()
                    // An installation may not ask GitHub about users.
                    : "an installation, such as GitHub Actions";
            return new Diagnosis.Heard(token.name() + " (" + holder + ")", heard.requests(), heard.points());
        }
    }

    private List<Diagnosis> ofApp(Identity.App app) throws InterruptedException {
        List<Installation> listed = new ArrayList<>();
        boolean more;
        String name;
        try (GitHubClient itself = client(InstallationCredentials.ofApp(app.id(), app.key(), clock))) {
            Answer answer = itself.get("/app", Optional.empty());
            if (!(answer instanceof Answer.Fresh fresh)) {
                return List.of(new Diagnosis.Refused(app.name(), problem(answer, app)));
            }
            name = app.name() + " (" + fresh.json().path("slug").asText() + ")";
            Answer list = itself.get("/app/installations?per_page=" + MOST_INSTALLATIONS, Optional.empty());
            if (!(list instanceof Answer.Fresh page)) {
                return List.of(new Diagnosis.Refused(name, problem(list, app)));
            }
            page.json().forEach(installation -> listed.add(Installation.of(installation)));
            more = page.next().isPresent();
        }
        if (app.installation().isPresent()) {
            String wanted = app.installation().get();
            Installation named = listed.stream()
                    .filter(installation -> installation.id().equals(wanted))
                    .findFirst()
                    .orElseGet(() -> Installation.unlisted(wanted));
            return List.of(ofInstallation(app, name, named, true));
        }
        if (listed.isEmpty()) {
            return List.of(new Diagnosis.Refused(
                    name, "it is installed nowhere: install it for the owners of the repositories"));
        }
        boolean allSuspended = !more
                && listed.stream()
                        .allMatch(installation -> installation.suspendedAt().isPresent());
        List<Diagnosis> all = new ArrayList<>();
        for (Installation installation : listed) {
            all.add(ofInstallation(app, name, installation, allSuspended));
        }
        if (more) {
            all.add(new Diagnosis.Noted(
                    name, "it has more installations than the first " + listed.size() + ", which were checked"));
        }
        return all;
    }

    /**
     * If it is needed, nothing can be read without it; otherwise it may belong to an owner whose repositories are not
     * read.
     */
    private Diagnosis ofInstallation(Identity.App app, String name, Installation installation, boolean needed)
            throws InterruptedException {
        String who = installation.name(name);
        if (installation.suspendedAt().isPresent()) {
            String since = "suspended since " + installation.suspendedAt().get();
            return needed
                    ? new Diagnosis.Refused(
                            who, since + ": its owner has to lift that in the settings of the installation")
                    : new Diagnosis.Noted(who, since + "; its owner's repositories cannot be read");
        }
        Credentials credentials = new InstallationCredentials(
                client(InstallationCredentials.ofApp(app.id(), app.key(), clock)),
                app.id(),
                app.places(),
                Optional.of(installation.id()),
                List.of(),
                clock);
        try (GitHubClient github = client(credentials)) {
            return quotas(github, app, who);
        }
    }

    private Diagnosis quotas(GitHubClient github, Identity identity, String who) throws InterruptedException {
        Answer answer = github.get("/rate_limit", Optional.empty());
        if (answer instanceof Answer.Fresh fresh) {
            JsonNode resources = fresh.json().path("resources");
            return new Diagnosis.Heard(who, budget(resources, "core"), budget(resources, "graphql"));
        }
        return answer instanceof Answer.NotFound
                ? new Diagnosis.Heard(who, Optional.empty(), Optional.empty())
                : new Diagnosis.Refused(who, problem(answer, identity));
    }

    private static Optional<Budget> budget(JsonNode resources, String name) {
        return resources.path(name).path("limit").asLong() == 0
                ? Optional.empty()
                : Optional.of(Budget.of(resources.path(name)));
    }

    private String problem(Answer answer, Identity identity) {
        if (answer instanceof Answer.Unauthorized refused) {
            return identity instanceof Identity.App app
                    ? "GitHub refuses its key (401 " + refused.message() + "): check "
                            + app.places().id() + " and " + app.places().key()
                    : "GitHub refuses it (401 " + refused.message() + "): " + identity.ifRefused();
        }
        if (answer instanceof Answer.NotFound missing) {
            return "GitHub answered " + missing.status() + ": check --github-url, " + githubUrl;
        }
        return answer instanceof Answer.Failed failed
                ? failed.reason() + ": check the network, the proxy and --github-url, " + githubUrl
                : "GitHub's answer cannot be understood: check --github-url, " + githubUrl;
    }

    private GitHubClient client(Credentials credentials) {
        return new GitHubClient(
                githubUrl, credentials, QuotaReserve.NONE, clock, RetryPolicy.none(SOON), new RequestListener() {});
    }
}
