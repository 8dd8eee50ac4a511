// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * Asks GitHub one question at a time and stays with it until there is an answer or no hope.
 *
 * <p>Not thread-safe: GitHub asks for serial requests, so one client is one lane.
 */
public final class GitHubClient implements AutoCloseable {

    private static final int ATTEMPTS = 6;
    private static final int MOST_LIMITS_IN_A_ROW = 10;
    private static final int MOST_REDIRECTS = 5;
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(32);
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

    private final Connection connection;
    private final Credentials credentials;
    private final QuotaReserve reserve;
    private final Clock clock;
    private final Pause pause;
    private final RandomGenerator jitter;
    private final RequestListener listener;
    private final ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private final Map<Quota, Instant> quotaBackAt = new EnumMap<>(Quota.class);
    private long requests;

    /**
     * A client for one server.
     *
     * @param githubUrl address of the API
     * @param credentials what lets it in; closed with this client
     * @param reserve what it leaves of the hourly quota
     * @param clock used only where GitHub tells no time itself, or one that cannot be
     */
    public GitHubClient(
            URI githubUrl,
            Credentials credentials,
            QuotaReserve reserve,
            Timeouts timeouts,
            Clock clock,
            Pause pause,
            RandomGenerator jitter,
            RequestListener listener) {
        this.connection = new Connection(githubUrl, timeouts);
        this.credentials = credentials;
        this.reserve = reserve;
        this.clock = clock;
        this.pause = pause;
        this.jitter = jitter;
        this.listener = listener;
    }

    /** Asks for a path and query below the API's address, conditionally if there is an ETag. */
    public Answer get(String pathAndQuery, Optional<String> etag) throws InterruptedException {
        return ask(new Question(pathAndQuery, etag, Optional.empty()));
    }

    /** Posts JSON to a path below the API's address; it must do no harm if it arrives twice. */
    public Answer post(String path, String json) throws InterruptedException {
        return ask(new Question(path, Optional.empty(), Optional.of(json)));
    }

    /**
     * Asks the GraphQL API.
     *
     * @param query the request's body
     * @return {@link Answer.Fresh} for anything that GitHub executed or refused to; its errors are the caller's to read
     */
    public Answer query(String query) throws InterruptedException {
        return ask(Question.ofGraphQl(query));
    }

    private Answer ask(Question first) throws InterruptedException {
        Question question = first;
        int failures = 0;
        int limits = 0;
        int redirects = 0;
        int refusals = 0;
        while (true) {
            String url = question.pathAndQuery();
            // A pass that was had before an hour's wait might be worth nothing after it.
            awaitQuota(Quota.of(question));
            Credentials.Pass pass = credentials.pass();
            if (pass instanceof Credentials.Pass.Refused refused) {
                return refused.answer();
            }
            Attempt attempt = attempt(question, ((Credentials.Pass.Ready) pass).token());
            if (attempt instanceof Attempt.Answered answered) {
                return answered.answer();
            } else if (attempt instanceof Attempt.Denied denied) {
                if (++refusals > 1 || !credentials.refused(denied.date())) {
                    return new Answer.Unauthorized(denied.message());
                }
            } else if (attempt instanceof Attempt.Elsewhere elsewhere) {
                if (++redirects > MOST_REDIRECTS) {
                    return failed(url, "it redirects in a circle");
                }
                question = question.at(elsewhere.url());
            } else if (attempt instanceof Attempt.Limited limited) {
                if (++limits > MOST_LIMITS_IN_A_ROW) {
                    return failed(url, limited.reason() + ", and waiting did not help");
                }
                waitFor(LimitRules.waitOfLimit(limited.reply(), now(limited.reply()), limits - 1), limited.reason());
            } else if (attempt instanceof Attempt.Broken broken) {
                if (++failures >= ATTEMPTS) {
                    return failed(url, broken.reason() + " (" + ATTEMPTS + " attempts)");
                }
                listener.retrying(Endpoint.of(url));
                waitFor(backoff(failures), broken.reason() + "; trying again");
                if (question.isGraphQl() && broken.smallerPages()) {
                    return new Answer.TooLarge(broken.reason());
                }
                question =
                        broken.smallerPages() ? question.at(PageSize.halved(url).orElse(url)) : question;
            }
        }
    }

    /** Number of requests sent so far, those for credentials included. */
    public long requests() {
        return requests + credentials.requests();
    }

    /** The given text without any secret of this client. */
    String redact(String text) {
        return credentials.redact(Token.withoutTokens(text));
    }

    @Override
    public void close() {
        credentials.close();
        connection.close();
    }

    /** Requests and GraphQL queries are counted apart. */
    private enum Quota {
        REST("GitHub's hourly quota is used up"),
        GRAPHQL("GitHub's GraphQL quota is used up");

        private final String usedUp;

        Quota(String usedUp) {
            this.usedUp = usedUp;
        }

        static Quota of(Question question) {
            return question.isGraphQl() ? GRAPHQL : REST;
        }
    }

    /** What one attempt came to. */
    private sealed interface Attempt {
        record Answered(Answer answer) implements Attempt {}

        record Elsewhere(String url) implements Attempt {}

        record Denied(Instant date, String message) implements Attempt {}

        record Limited(Reply reply, String reason) implements Attempt {}

        record Broken(String reason, boolean smallerPages) implements Attempt {}
    }

    private Attempt attempt(Question question, Optional<Token> token) throws InterruptedException {
        requests++;
        try {
            Reply reply = connection.send(question, token);
            Quota quota = Quota.of(question);
            listener.answered(reply.status(), quota == Quota.REST ? quotaLeft(reply) : OptionalLong.empty());
            listener.answeredAt(Endpoint.of(question.pathAndQuery()), reply.status());
            Attempt attempt = quota == Quota.GRAPHQL
                    ? told(question.pathAndQuery(), reply)
                    : understand(question.pathAndQuery(), reply);
            if (!(attempt instanceof Attempt.Limited)) {
                quotaBackAt.remove(quota);
                LimitRules.waitForQuota(reply, now(reply), reserve)
                        .ifPresent(
                                wait -> quotaBackAt.put(quota, clock.instant().plus(wait)));
            }
            return attempt;
        } catch (IOException broken) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException("Interrupted while asking GitHub.");
            }
            return new Attempt.Broken(
                    "The connection to " + connection.address() + " failed (" + reason(broken) + ")", false);
        }
    }

    private Attempt told(String url, Reply reply) {
        if (reply.status() != 200) {
            Attempt attempt = understand(url, reply);
            boolean refused = attempt instanceof Attempt.Answered answered
                    && answered.answer() instanceof Answer.Failed
                    && reply.status() >= 400;
            return refused ? new Attempt.Answered(new Answer.NotFound(reply.status(), now(reply))) : attempt;
        }
        JsonNode body;
        try {
            body = json.readTree(reply.body());
        } catch (IOException notJson) {
            return new Attempt.Broken("GitHub's answer was not complete JSON", false);
        }
        if (body.isMissingNode()) {
            return new Attempt.Broken("GitHub's answer was empty", false);
        }
        List<GraphQlError> errors = GraphQlError.in(body);
        Optional<GraphQlError> limit =
                errors.stream().filter(GraphQlError::isLimit).findFirst();
        if (limit.isPresent()) {
            return new Attempt.Limited(
                    reply,
                    limit.get().type().isEmpty()
                            ? "GitHub's secondary rate limit was reached"
                            : "GitHub's GraphQL quota is used up");
        }
        Optional<GraphQlError> gaveUp =
                errors.stream().filter(GraphQlError::isTooLarge).findFirst();
        return gaveUp.<Attempt>map(error -> new Attempt.Broken("GitHub gave up on a query", true))
                .orElseGet(() -> new Attempt.Answered(
                        new Answer.Fresh(body, now(reply), url, Optional.empty(), Optional.empty())));
    }

    private Attempt understand(String url, Reply reply) {
        int status = reply.status();
        if (status == 304) {
            return new Attempt.Answered(new Answer.NotModified(now(reply)));
        }
        if (status == 200 || status == 201) {
            return fresh(url, reply);
        }
        if (reply.isRedirect()) {
            return connection
                    .relative(reply.header("location").orElse(""))
                    .<Attempt>map(Attempt.Elsewhere::new)
                    .orElseGet(() -> new Attempt.Answered(
                            failed(url, "it redirects to another server, which Hallway does not follow")));
        }
        if (LimitRules.waitBeforeRetry(reply, now(reply), 0).isPresent()) {
            return new Attempt.Limited(
                    reply,
                    LimitRules.waitForQuota(reply, now(reply), QuotaReserve.NONE)
                                    .isPresent()
                            ? "GitHub's hourly quota is used up"
                            : "GitHub's secondary rate limit was reached");
        }
        if (status == 401) {
            // Here the difference between the clocks is what matters.
            return new Attempt.Denied(reply.date().orElseGet(clock::instant), message(reply));
        }
        if (status == 404 || status == 410) {
            return new Attempt.Answered(new Answer.NotFound(status, now(reply)));
        }
        if (status >= 500) {
            return new Attempt.Broken("GitHub answered " + status, status == 502 || status == 504);
        }
        return new Attempt.Answered(failed(url, "GitHub answered " + status + " " + message(reply)));
    }

    private Attempt fresh(String url, Reply reply) {
        Optional<String> next = reply.next();
        Optional<String> nextHere = next.flatMap(connection::relative);
        if (next.isPresent() && nextHere.isEmpty()) {
            return new Attempt.Answered(failed(
                    url, "its next page is on another server; is --github-url the address GitHub calls itself?"));
        }
        try {
            JsonNode body = json.readTree(reply.body());
            if (body.isMissingNode()) {
                return new Attempt.Broken("GitHub's answer was empty", false);
            }
            return new Attempt.Answered(new Answer.Fresh(body, now(reply), url, reply.header("etag"), nextHere));
        } catch (IOException notJson) {
            return new Attempt.Broken("GitHub's answer was not complete JSON", false);
        }
    }

    private void awaitQuota(Quota quota) throws InterruptedException {
        Instant now = clock.instant();
        Instant backAt = quotaBackAt.remove(quota);
        if (backAt != null && backAt.isAfter(now)) {
            String reserved = reserve.percent() == 0 ? "" : " but for the reserve of " + reserve.percent() + " %";
            waitFor(Duration.between(now, backAt), quota.usedUp + reserved);
        }
    }

    private void waitFor(Duration duration, String reason) throws InterruptedException {
        listener.waiting(duration, reason);
        pause.pause(duration);
    }

    private Duration backoff(int failures) {
        Duration step = Duration.ofSeconds(1L << Math.min(failures - 1, 5));
        Duration bounded = step.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : step;
        // Up to a quarter more, so that several clients do not come back at the same moment.
        return bounded.plusMillis(jitter.nextLong(bounded.toMillis() / 4 + 1));
    }

    private static OptionalLong quotaLeft(Reply reply) {
        return reply.number("x-ratelimit-limit").orElse(0) == 0
                ? OptionalLong.empty()
                : reply.number("x-ratelimit-remaining");
    }

    /** GitHub's clock; where it is ahead of ours, nobody can say which is wrong, and the earlier one loses nothing. */
    private Instant now(Reply reply) {
        Instant here = clock.instant();
        return reply.date()
                .filter(date -> date.isBefore(here.plus(CLOCK_TOLERANCE)))
                .orElse(here);
    }

    private String message(Reply reply) {
        try {
            return redact(json.readTree(reply.body()).path("message").asText("").strip());
        } catch (IOException notJson) {
            return "(" + reply.body().length() + " characters that are not JSON)";
        }
    }

    private String reason(IOException broken) {
        String message = broken.getMessage();
        return redact(message == null ? broken.getClass().getSimpleName() : message);
    }

    private static Answer failed(String url, String reason) {
        int query = url.indexOf('?');
        return new Answer.Failed((query < 0 ? url : url.substring(0, query)) + ": " + reason);
    }
}
