// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The primary rate limit of all callers together, by the given clock. */
final class RateLimit {

    private static final Duration WINDOW = Duration.ofHours(1);

    private final int limit;
    private final Clock clock;
    private Instant windowEnd;
    private int used;

    RateLimit(int limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
        this.windowEnd = clock.instant().plus(WINDOW);
    }

    /** Takes one request from the quota; false if none is left. */
    synchronized boolean take() {
        if (!clock.instant().isBefore(windowEnd)) {
            windowEnd = clock.instant().plus(WINDOW);
            used = 0;
        }
        if (used >= limit) {
            return false;
        }
        used++;
        return true;
    }

    /** Gives one request back: an answer 304 to a caller with a token is free. */
    synchronized void giveBack() {
        used--;
    }

    int limit() {
        return limit;
    }

    synchronized int remaining() {
        return limit - used;
    }

    synchronized long resetEpochSecond() {
        return windowEnd.getEpochSecond();
    }
}
