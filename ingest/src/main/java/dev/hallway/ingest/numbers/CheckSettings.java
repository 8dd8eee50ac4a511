// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.numbers;

import java.time.Duration;

/**
 * How much and how often completeness is checked.
 *
 * @param probes how many numbers a cycle asks for by themselves, and of how many items it lists the comments, at most; 0
 *     asks for none
 * @param sweepInterval time between two sweeps, which read open and recently closed items again and compare
 * @param reconcileInterval time between two reconciles, which look for all items and comments
 */
public record CheckSettings(int probes, Duration sweepInterval, Duration reconcileInterval) {

    /** 20 a cycle, a sweep a day, a reconcile a week. */
    public static final CheckSettings USUAL = new CheckSettings(20, Duration.ofDays(1), Duration.ofDays(7));

    /** Checks the values. */
    public CheckSettings {
        if (probes < 0) {
            throw new IllegalArgumentException("The number of probes is " + probes + ": it must be 0 or more.");
        }
        requirePositive("sweep", sweepInterval);
        requirePositive("reconcile", reconcileInterval);
    }

    private static void requirePositive(String name, Duration interval) {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException(
                    "The " + name + " interval is " + interval + ": it must be longer than 0.");
        }
    }
}
