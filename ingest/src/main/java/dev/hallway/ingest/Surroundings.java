// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import dev.hallway.ingest.github.Pause;
import java.time.Clock;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Time and chance, which tests replace.
 *
 * @param clock for what GitHub does not date itself
 * @param pause how waits are waited
 * @param jitter spreads retries
 */
public record Surroundings(Clock clock, Pause pause, RandomGenerator jitter) {

    /** The real ones. */
    public static Surroundings real() {
        return new Surroundings(Clock.systemUTC(), duration -> Thread.sleep(duration.toMillis()), new Random());
    }
}
