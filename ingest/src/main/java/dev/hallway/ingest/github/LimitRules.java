// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** What GitHub's answers say about its primary and secondary rate limits. */
final class LimitRules {

    private static final Duration FIRST_GUESS = Duration.ofMinutes(1);
    private static final Duration LONGEST_GUESS = Duration.ofMinutes(16);
    // A quota comes back within an hour. A server whose clock is off, or that names any number, must not stop ingest.
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(61);
    // The quota comes back with the second after the one GitHub names.
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private LimitRules() {}

    /** How long to wait before the same request is sent again; empty if no limit was reached. */
    static Optional<Duration> waitBeforeRetry(Reply reply, Instant now, int earlierLimits) {
        if (reply.status() != 403 && reply.status() != 429) {
            return Optional.empty();
        }
        boolean limit = reply.number("retry-after").isPresent()
                || waitForQuota(reply, now, QuotaReserve.NONE).isPresent()
                || reply.status() == 429
                || reply.header("gh-limited-by").isPresent()
                || bodyNamesLimit(reply);
        return limit ? Optional.of(waitOfLimit(reply, now, earlierLimits)) : Optional.empty();
    }

    /** How long to wait after an answer that is known to report a limit. */
    static Duration waitOfLimit(Reply reply, Instant now, int earlierLimits) {
        OptionalLong retryAfter = reply.number("retry-after");
        if (retryAfter.isPresent()) {
            return Duration.ofSeconds(Math.min(retryAfter.getAsLong(), LONGEST_WAIT.toSeconds()));
        }
        Duration guess = FIRST_GUESS.multipliedBy(1L << Math.min(earlierLimits, 4));
        Duration bounded = guess.compareTo(LONGEST_GUESS) > 0 ? LONGEST_GUESS : guess;
        return waitForQuota(reply, now, QuotaReserve.NONE)
                .filter(untilReset -> earlierLimits == 0 || !untilReset.isZero())
                .orElse(bounded);
    }

    /**
     * How long to wait until the next request may be sent after this answer; empty if more than the reserve is left.
     *
     * <p>Servers without limits send no headers, or a limit of 0 with 0 left.
     */
    static Optional<Duration> waitForQuota(Reply reply, Instant now, QuotaReserve reserve) {
        OptionalLong remaining = reply.number("x-ratelimit-remaining");
        OptionalLong reset = reply.number("x-ratelimit-reset");
        long limit = reply.number("x-ratelimit-limit").orElse(0);
        if (limit == 0 || remaining.isEmpty() || remaining.getAsLong() > reserve.of(limit) || reset.isEmpty()) {
            return Optional.empty();
        }
        long seconds = reset.getAsLong() - now.getEpochSecond();
        Duration wait = Duration.ofSeconds(Math.min(seconds, LONGEST_WAIT.toSeconds()))
                .minusNanos(now.getNano())
                .plus(MARGIN);
        Duration bounded = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        return Optional.of(bounded.isNegative() ? Duration.ZERO : bounded);
    }

    /** Words to add to the reason if the server asks for a longer wait than is believed; otherwise nothing. */
    static String excess(Reply reply, Instant now) {
        OptionalLong retryAfter = reply.number("retry-after");
        boolean untilReset = waitForQuota(reply, now, QuotaReserve.NONE).isPresent();
        long wanted = retryAfter.isPresent()
                ? retryAfter.getAsLong()
                : untilReset ? reply.number("x-ratelimit-reset").orElse(0) - now.getEpochSecond() : 0;
        return wanted <= LONGEST_WAIT.toSeconds()
                ? ""
                : "; it asks for a wait of " + wanted + " s, which is not believed: trying again after "
                        + LONGEST_WAIT.toMinutes() + " minutes";
    }

    private static boolean bodyNamesLimit(Reply reply) {
        String body = reply.body().toLowerCase(Locale.ROOT);
        return body.contains("rate limit") || body.contains("abuse detection");
    }
}
