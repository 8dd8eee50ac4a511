// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import dev.hallway.ingest.github.Pause;
import dev.hallway.ingest.github.Timeouts;
import java.time.Clock;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Clock, waits, randomness and timeouts, which tests replace.
 *
 * @param clock used for what GitHub does not date itself
 * @param pause how to wait
 * @param jitter spreads retries
 * @param timeouts how long to wait for a GitHub that does not answer
 */
public record IngestEnvironment(Clock clock, Pause pause, RandomGenerator jitter, Timeouts timeouts) {

    /** The real environment. */
    public static IngestEnvironment real() {
        return new IngestEnvironment(
                Clock.systemUTC(), duration -> Thread.sleep(duration.toMillis()), new Random(), Timeouts.USUAL);
    }
}
