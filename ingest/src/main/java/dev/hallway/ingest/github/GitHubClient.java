// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Sends one request to GitHub at a time, and retries it until there is an answer or no hope of one.
 *
 * <p>Not thread-safe: GitHub asks clients to send requests serially, so one client is one lane.
 */
public final class GitHubClient implements AutoCloseable {

    private static final int MOST_REDIRECTS = 5;
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(32);

    private final Connection connection;
    private final Credentials credentials;
    private final QuotaReserve reserve;
    private final Clock clock;
    private final RetryPolicy patience;
    private final RequestListener listener;
    private final ReplyReader replies;
    private final Map<Quota, Instant> quotaBackAt = new EnumMap<>(Quota.class);
    private long requests;

    /**
     * A client for one server.
     *
     * @param githubUrl address of the API
     * @param credentials authenticates it; closed with this client
     * @param reserve what it leaves of the hourly quota
     * @param clock used only where GitHub gives no time, or an impossible one
     * @param patience when to retry, and when to give up
     */
    public GitHubClient(
            URI githubUrl,
            Credentials credentials,
            QuotaReserve reserve,
            Clock clock,
            RetryPolicy patience,
            RequestListener listener) {
        this.connection = new Connection(githubUrl, patience.timeouts());
        this.replies = new ReplyReader(clock, credentials.holder(), connection::relative, this::redact);
        this.credentials = credentials;
        this.reserve = reserve;
        this.clock = clock;
        this.patience = patience;
        this.listener = listener;
    }

    /** Goes on where an earlier process has seen GitHub's clock, so that no time goes back. */
    public void resumeClock(Instant lastSeen) {
        replies.resumeClock(lastSeen);
    }

    /** Asks for a path and query below the API's address, conditionally if there is an ETag. */
    public Answer get(String pathAndQuery, Optional<String> etag) throws InterruptedException {
        return ask(new Question(pathAndQuery, etag, Optional.empty()));
    }

    /** Posts JSON to a path below the API's address; the request must be harmless if it arrives twice. */
    public Answer post(String path, String json) throws InterruptedException {
        return ask(new Question(path, Optional.empty(), Optional.of(json)));
    }

    /**
     * Asks the GraphQL API.
     *
     * @param query the request's body
     * @return {@link Answer.Fresh} for anything that GitHub executed or refused to execute; its errors are for the
     *     caller to read
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
            if (!Connection.isPathAndQuery(url)) {
                return ReplyReader.failed("A request", "its address is not legal");
            }
            // A token obtained before an hour's wait might have expired after it.
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
                    return new Answer.Unauthorized(credentials.holder(), denied.message());
                }
            } else if (attempt instanceof Attempt.Elsewhere elsewhere) {
                if (++redirects > MOST_REDIRECTS) {
                    return ReplyReader.failed(url, "it redirects in a circle");
                }
                question = question.at(elsewhere.url());
            } else if (attempt instanceof Attempt.Limited limited) {
                if (++limits > patience.limits()) {
                    return ReplyReader.failed(url, limited.reason() + (limits > 1 ? ", and waiting did not help" : ""));
                }
                Instant now = replies.now(limited.reply());
                waitFor(
                        LimitRules.waitOfLimit(limited.reply(), now, limits - 1),
                        limited.reason() + LimitRules.excess(limited.reply(), now));
            } else if (attempt instanceof Attempt.Broken broken) {
                if (++failures >= patience.attempts()) {
                    return ReplyReader.failed(
                            url, broken.reason() + (failures > 1 ? " (" + failures + " attempts)" : ""));
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

    /** Who asks, in words that follow "GitHub refused". */
    String holder() {
        return credentials.holder();
    }

    /** Whether another request can be sent without waiting for the hourly quota of REST. */
    public boolean quotaIsLeft() {
        Instant backAt = quotaBackAt.get(Quota.REST);
        return backAt == null || !backAt.isAfter(clock.instant());
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

    private Attempt attempt(Question question, Optional<Token> token) throws InterruptedException {
        requests++;
        try {
            Reply reply = connection.send(question, token);
            Quota quota = Quota.of(question);
            listener.answered(reply.status(), quota == Quota.REST ? quotaLeft(reply) : OptionalLong.empty());
            listener.answeredAt(Endpoint.of(question.pathAndQuery()), reply.status());
            Attempt attempt = replies.read(question, reply);
            if (!(attempt instanceof Attempt.Limited)) {
                quotaBackAt.remove(quota);
                LimitRules.waitForQuota(reply, replies.now(reply), reserve)
                        .ifPresent(
                                wait -> quotaBackAt.put(quota, clock.instant().plus(wait)));
            }
            return attempt;
        } catch (BoundedReplies.ReplyTooLargeException tooLarge) {
            return new Attempt.Broken(String.valueOf(tooLarge.getMessage()), true);
        } catch (IOException broken) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException("Interrupted while asking GitHub.");
            }
            return new Attempt.Broken(
                    "The connection to " + connection.address() + " failed (" + reason(broken) + ")", false);
        }
    }

    private void awaitQuota(Quota quota) throws InterruptedException {
        Instant now = clock.instant();
        Instant backAt = quotaBackAt.remove(quota);
        if (backAt != null && backAt.isAfter(now)) {
            String reserved = reserve.percent() == 0 ? "" : " but for the reserve of " + reserve.percent() + " %";
            waitFor(Duration.between(now, backAt), quota.usedUp() + reserved);
        }
    }

    private void waitFor(Duration duration, String reason) throws InterruptedException {
        listener.waiting(duration, reason);
        patience.pause().pause(duration);
    }

    private Duration backoff(int failures) {
        Duration step = Duration.ofSeconds(1L << Math.min(failures - 1, 5));
        Duration bounded = step.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : step;
        // Up to a quarter longer, so that several clients do not return at the same moment.
        return bounded.plusMillis(patience.jitter().nextLong(bounded.toMillis() / 4 + 1));
    }

    private static OptionalLong quotaLeft(Reply reply) {
        return reply.number("x-ratelimit-limit").orElse(0) == 0
                ? OptionalLong.empty()
                : reply.number("x-ratelimit-remaining");
    }

    private String reason(IOException broken) {
        String message = broken.getMessage();
        return redact(message == null ? broken.getClass().getSimpleName() : message);
    }
}
