// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    private final Connection connection;
    private final Clock clock;
    private final Pause pause;
    private final RandomGenerator jitter;
    private final RequestListener listener;
    private final ObjectMapper json = new ObjectMapper();
    private Duration untilQuota = Duration.ZERO;
    private long requests;

    /**
     * A client for one server.
     *
     * @param githubUrl address of the API
     * @param token empty to ask without one
     * @param clock used only where GitHub tells no time itself
     */
    public GitHubClient(
            URI githubUrl,
            Optional<Token> token,
            Clock clock,
            Pause pause,
            RandomGenerator jitter,
            RequestListener listener) {
        this.connection = new Connection(githubUrl, token);
        this.clock = clock;
        this.pause = pause;
        this.jitter = jitter;
        this.listener = listener;
    }

    /** Asks for a path and query below the API's address, conditionally if there is an ETag. */
    public Answer get(String pathAndQuery, Optional<String> etag) throws InterruptedException {
        String url = pathAndQuery;
        int failures = 0;
        int limits = 0;
        int redirects = 0;
        while (true) {
            Attempt attempt = attempt(url, etag);
            if (attempt instanceof Attempt.Answered answered) {
                return answered.answer();
            } else if (attempt instanceof Attempt.Elsewhere elsewhere) {
                if (++redirects > MOST_REDIRECTS) {
                    return failed(url, "it redirects in a circle");
                }
                url = elsewhere.url();
            } else if (attempt instanceof Attempt.Limited limited) {
                if (++limits > MOST_LIMITS_IN_A_ROW) {
                    return failed(url, limited.reason() + ", and waiting did not help");
                }
                Duration wait = LimitRules.waitBeforeRetry(limited.reply(), now(limited.reply()), limits - 1)
                        .orElse(Duration.ZERO);
                waitFor(wait, limited.reason());
            } else if (attempt instanceof Attempt.Broken broken) {
                if (++failures >= ATTEMPTS) {
                    return failed(url, broken.reason() + " (" + ATTEMPTS + " attempts)");
                }
                listener.retrying(Endpoint.of(url));
                waitFor(backoff(failures), broken.reason() + "; trying again");
                url = broken.smallerPages() ? PageSize.halved(url).orElse(url) : url;
            }
        }
    }

    /** Number of requests sent so far. */
    public long requests() {
        return requests;
    }

    @Override
    public void close() {
        connection.close();
    }

    /** What one attempt came to. */
    private sealed interface Attempt {
        record Answered(Answer answer) implements Attempt {}

        record Elsewhere(String url) implements Attempt {}

        record Limited(Reply reply, String reason) implements Attempt {}

        record Broken(String reason, boolean smallerPages) implements Attempt {}
    }

    private Attempt attempt(String url, Optional<String> etag) throws InterruptedException {
        awaitQuota();
        requests++;
        try {
            Reply reply = connection.send(url, etag);
            listener.answered(reply.status(), quotaLeft(reply));
            listener.answeredAt(Endpoint.of(url), reply.status());
            if (reply.status() < 400) {
                untilQuota = LimitRules.waitForQuota(reply, now(reply)).orElse(Duration.ZERO);
            }
            return understand(url, reply);
        } catch (IOException broken) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException("Interrupted while asking GitHub.");
            }
            return new Attempt.Broken(
                    "The connection to " + connection.address() + " failed (" + reason(broken) + ")", false);
        }
    }

    private Attempt understand(String url, Reply reply) {
        int status = reply.status();
        if (status == 304) {
            return new Attempt.Answered(new Answer.NotModified(now(reply)));
        }
        if (status == 200) {
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
                    LimitRules.waitForQuota(reply, now(reply)).isPresent()
                            ? "GitHub's hourly quota is used up"
                            : "GitHub's secondary rate limit was reached");
        }
        if (status == 401) {
            return new Attempt.Answered(new Answer.Unauthorized(message(reply)));
        }
        if (status == 404 || status == 410) {
            return new Attempt.Answered(new Answer.NotFound(status));
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
            return new Attempt.Answered(new Answer.Fresh(body, now(reply), url, reply.header("etag"), nextHere));
        } catch (IOException notJson) {
            return new Attempt.Broken("GitHub's answer was not complete JSON", false);
        }
    }

    private void awaitQuota() throws InterruptedException {
        if (untilQuota.compareTo(Duration.ZERO) > 0) {
            Duration wait = untilQuota;
            untilQuota = Duration.ZERO;
            waitFor(wait, "GitHub's hourly quota is used up");
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

    private Instant now(Reply reply) {
        return reply.date().orElseGet(clock::instant);
    }

    private String message(Reply reply) {
        try {
            return connection.redact(
                    json.readTree(reply.body()).path("message").asText("").strip());
        } catch (IOException notJson) {
            return "(" + reply.body().length() + " characters that are not JSON)";
        }
    }

    private String reason(IOException broken) {
        String message = broken.getMessage();
        return connection.redact(message == null ? broken.getClass().getSimpleName() : message);
    }

    private static Answer failed(String url, String reason) {
        int query = url.indexOf('?');
        return new Answer.Failed((query < 0 ? url : url.substring(0, query)) + ": " + reason);
    }
}
