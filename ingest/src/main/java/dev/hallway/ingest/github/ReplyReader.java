// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Interprets GitHub's replies. */
final class ReplyReader {

    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);
    private static final int LONGEST_MESSAGE = 200;
    // Some bytes of JSON take a hundred times as many in memory. A page of a hundred items has a tenth of these.
    private static final long MOST_TOKENS = 2_000_000;

    private final ObjectMapper json = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private final Clock clock;
    private final String holder;
    private final Function<String, Optional<String>> relative;
    private final UnaryOperator<String> redact;
    private Instant latest = Instant.EPOCH;

    /**
     * A reader.
     *
     * @param clock used only where GitHub gives no time, or an impossible one
     * @param holder who asks, for messages
     * @param relative path and query of an address below the API's; empty for other servers
     * @param redact removes secrets from what GitHub says
     */
    ReplyReader(Clock clock, String holder, Function<String, Optional<String>> relative, UnaryOperator<String> redact) {
        this.clock = clock;
        this.holder = holder;
        this.relative = relative;
        this.redact = redact;
    }

    /** Reads the reply to a question. */
    Attempt read(Question question, Reply reply) {
        return question.isGraphQl()
                ? understandGraphQl(question.pathAndQuery(), reply)
                : understand(question.pathAndQuery(), reply);
    }

    private Attempt understandGraphQl(String url, Reply reply) {
        if (reply.status() != 200) {
            Attempt attempt = understand(url, reply);
            boolean refused = attempt instanceof Attempt.Answered answered
                    && answered.answer() instanceof Answer.Failed
                    && reply.status() >= 400;
            return refused
                    ? new Attempt.Answered(new Answer.NotFound(reply.status(), message(reply), observedAt(reply)))
                    : attempt;
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
                .orElseGet(() -> new Attempt.Answered(new Answer.Fresh(
                        body, observedAt(reply), url, Optional.empty(), Optional.empty(), OptionalLong.empty())));
    }

    private Attempt understand(String url, Reply reply) {
        int status = reply.status();
        if (status == 304) {
            return new Attempt.Answered(new Answer.NotModified(observedAt(reply)));
        }
        if (status == 200 || status == 201) {
            return fresh(url, reply);
        }
        if (reply.isRedirect()) {
            return relative.apply(reply.header("location").orElse(""))
                    .<Attempt>map(Attempt.Elsewhere::new)
                    .orElseGet(() -> new Attempt.Answered(failed(
                            url,
                            "it redirects to another server, or to no legal address, which Hallway does not follow")));
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
            // Here only the difference between the clocks matters.
            return new Attempt.Denied(reply.date().orElseGet(clock::instant), message(reply));
        }
        if (status == 404 || status == 410) {
            return new Attempt.Answered(new Answer.NotFound(status, message(reply), observedAt(reply)));
        }
        if (status >= 500) {
            return new Attempt.Broken("GitHub answered " + status, status == 502 || status == 504);
        }
        String why = status == 403
                ? "; " + holder + " needs the right to read issues, pull requests and metadata there"
                : "";
        return new Attempt.Answered(failed(url, "GitHub answered " + status + " " + message(reply) + why));
    }

    private Attempt fresh(String url, Reply reply) {
        Optional<String> next = reply.next();
        Optional<String> nextHere = next.flatMap(relative);
        if (next.isPresent() && nextHere.isEmpty()) {
            return new Attempt.Answered(failed(
                    url,
                    "its next page is on another server, or has no legal address; is --github-url the address GitHub"
                            + " calls itself?"));
        }
        if (nextHere.filter(url::equals).isPresent()) {
            return new Attempt.Answered(failed(url, "its next page is the page itself"));
        }
        try {
            JsonNode body = json.readTree(reply.body());
            if (body.isMissingNode()) {
                return new Attempt.Broken("GitHub's answer was empty", false);
            }
            return new Attempt.Answered(
                    new Answer.Fresh(body, observedAt(reply), url, reply.etag(), nextHere, reply.pages()));
        } catch (IOException notJson) {
            return new Attempt.Broken("GitHub's answer was not complete JSON", false);
        }
    }

    /** Goes on where an earlier process has seen GitHub's clock, unless that is impossible. */
    void resumeClock(Instant lastSeen) {
        Instant here = clock.instant();
        latest = lastSeen.isBefore(here) ? lastSeen : here;
    }

    /** GitHub's clock; where it is ahead of ours, either may be wrong, and with the earlier one nothing is lost. */
    Instant now(Reply reply) {
        Instant here = clock.instant();
        return reply.date()
                .filter(date -> date.isBefore(here.plus(CLOCK_TOLERANCE)))
                .orElse(here);
    }

    /**
     * When an answer was seen. It does not go back, though servers disagree: what is read later would count as older than
     * what it corrects.
     */
    private Instant observedAt(Reply reply) {
        Instant now = now(reply);
        latest = now.isBefore(latest) ? latest.plusMillis(1) : now;
        return latest;
    }

    private String message(Reply reply) {
        try {
            return excerpt(redact.apply(
                    json.readTree(reply.body()).path("message").asText("").strip()));
        } catch (IOException notJson) {
            return "(" + reply.body().length() + " characters that are not JSON)";
        }
    }

    /** GitHub's words end up in messages, logs and gaps: neither long nor on several lines. */
    private static String excerpt(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + " ...";
    }

    static Answer failed(String url, String reason) {
        int query = url.indexOf('?');
        return new Answer.Failed((query < 0 ? url : url.substring(0, query)) + ": " + reason);
    }
}
