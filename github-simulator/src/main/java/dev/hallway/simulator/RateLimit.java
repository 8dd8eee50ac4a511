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

    /** Counts one request against the quota; false if none is left. */
    synchronized boolean take() {
        startNextWindowIfDue();
        if (used >= limit) {
            return false;
        }
        used++;
        return true;
    }

    /** Returns one request to the quota: a 304 for a caller with a token is free. */
    synchronized void giveBack() {
        used = Math.max(0, used - 1);
    }

    int limit() {
        return limit;
    }

    synchronized int remaining() {
        startNextWindowIfDue();
        return limit - used;
    }

    synchronized long resetEpochSecond() {
        startNextWindowIfDue();
        return windowEnd.getEpochSecond();
    }

    private void startNextWindowIfDue() {
        if (!clock.instant().isBefore(windowEnd)) {
            windowEnd = clock.instant().plus(WINDOW);
            used = 0;
        }
    }
}
