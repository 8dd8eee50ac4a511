// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import dev.hallway.ingest.github.Pause;
import dev.hallway.ingest.github.Timeouts;
import java.time.Clock;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Time and chance, which tests replace.
 *
 * @param clock for what GitHub does not date itself
 * @param pause how waits are waited
 * @param jitter spreads retries
 * @param timeouts how long a silent GitHub is waited for
 */
public record IngestEnvironment(Clock clock, Pause pause, RandomGenerator jitter, Timeouts timeouts) {

    /** The real ones. */
    public static IngestEnvironment real() {
        return new IngestEnvironment(
                Clock.systemUTC(), duration -> Thread.sleep(duration.toMillis()), new Random(), Timeouts.USUAL);
    }
}
