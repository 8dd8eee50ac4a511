// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import java.util.random.RandomGenerator;

/**
 * How long a client stays with a question.
 *
 * @param timeouts how long a silent GitHub is waited for
 * @param pause how waits are waited
 * @param jitter spreads retries
 * @param attempts how often a question is sent that gets no answer
 * @param limits how many limits in a row are waited for
 */
public record RetryPolicy(Timeouts timeouts, Pause pause, RandomGenerator jitter, int attempts, int limits) {

    private static final int ATTEMPTS = 6;
    private static final int MOST_LIMITS_IN_A_ROW = 10;

    /** For work that has time: fails only when there is no hope. */
    public static RetryPolicy lasting(Timeouts timeouts, Pause pause, RandomGenerator jitter) {
        return new RetryPolicy(timeouts, pause, jitter, ATTEMPTS, MOST_LIMITS_IN_A_ROW);
    }

    /** For somebody who waits to hear whether GitHub can be asked: no second attempt, no waiting. */
    public static RetryPolicy none(Timeouts timeouts) {
        return new RetryPolicy(timeouts, duration -> {}, () -> 0, 1, 0);
    }
}
