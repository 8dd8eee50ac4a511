// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import java.util.random.RandomGenerator;

/**
 * When to retry a request, and when to give up.
 *
 * @param timeouts how long to wait for a GitHub that does not answer
 * @param pause how to wait
 * @param jitter spreads retries
 * @param attempts how often to send a request that gets no answer
 * @param limits how many limits in a row to wait for
 */
public record RetryPolicy(Timeouts timeouts, Pause pause, RandomGenerator jitter, int attempts, int limits) {

    private static final int ATTEMPTS = 6;
    private static final int MOST_LIMITS_IN_A_ROW = 10;

    /** For work that can wait: gives up only when there is no hope. */
    public static RetryPolicy lasting(Timeouts timeouts, Pause pause, RandomGenerator jitter) {
        return new RetryPolicy(timeouts, pause, jitter, ATTEMPTS, MOST_LIMITS_IN_A_ROW);
    }

    /** For a user waiting for the answer: no second attempt, no waiting. */
    public static RetryPolicy none(Timeouts timeouts) {
        return new RetryPolicy(timeouts, duration -> {}, () -> 0, 1, 0);
    }
}
