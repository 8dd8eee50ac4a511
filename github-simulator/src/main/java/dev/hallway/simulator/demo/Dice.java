// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator.demo;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Randomness that is the same on every machine, given its seed. */
final class Dice {

    // The algorithm of Random is fixed by its documentation; that of other generators is not.
    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** At least {@code low}, at most {@code high}. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    <T> T pick(List<T> candidates) {
        return candidates.get(random.nextInt(candidates.size()));
    }

    /** One of the first elements more often than one of the last: few people do most of the work. */
    <T> T pickEarly(List<T> candidates) {
        double share = random.nextDouble();
        return candidates.get((int) (share * share * candidates.size()));
    }

    /** A waiting time with the given mean: mostly shorter, now and then much longer. */
    Duration wait(Duration mean) {
        // StrictMath, because Math.log may differ in its last digit between machines.
        double factor = -StrictMath.log(1 - random.nextDouble());
        return Duration.ofSeconds(30 + (long) (factor * mean.toSeconds()));
    }

    /** A second of the given stretch. */
    Duration within(Duration stretch) {
        return Duration.ofSeconds((long) (random.nextDouble() * stretch.toSeconds()));
    }
}
