// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.numbers;

import java.time.Duration;

/**
 * How thoroughly and how often completeness is checked.
 *
 * @param probes the most numbers a cycle requests individually, and the most items whose comments it lists; 0 requests
 *     none
 * @param sweepInterval time between two sweeps, which read open and recently closed items again and compare
 * @param reconcileInterval time between two reconciles, which look for all items and comments
 * @param rereadInterval time between two turns of reading comments and reviews again, which read a share of them
 */
public record CheckSettings(int probes, Duration sweepInterval, Duration reconcileInterval, Duration rereadInterval) {

    /** 20 probes per cycle, a daily sweep, a weekly reconcile that also reads a share of the comments and reviews again. */
    public static final CheckSettings USUAL = new CheckSettings(20, Duration.ofDays(1), Duration.ofDays(7));

    /** Checks the values. */
    public CheckSettings {
        if (probes < 0) {
            throw new IllegalArgumentException("The number of probes is " + probes + ": it must be 0 or more.");
        }
        requirePositive("sweep", sweepInterval);
        requirePositive("reconcile", reconcileInterval);
        requirePositive("re-read", rereadInterval);
    }

    /** Settings that read comments and reviews again as often as they reconcile. */
    public CheckSettings(int probes, Duration sweepInterval, Duration reconcileInterval) {
        this(probes, sweepInterval, reconcileInterval, reconcileInterval);
    }

    private static void requirePositive(String name, Duration interval) {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException(
                    "The " + name + " interval is " + interval + ": it must be longer than 0.");
        }
    }
}
