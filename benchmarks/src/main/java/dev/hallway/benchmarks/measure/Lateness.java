// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.measure;

import java.util.List;

/**
 * The time from something until its effect is there: from a late event or a delivery until a reader of committed records
 * sees its week's row change; from a question until it is answered.
 *
 * @param events how many
 * @param p50Millis half of them took at most this long
 * @param p99Millis 99 percent of them took at most this long
 * @param maxMillis the longest
 */
public record Lateness(int events, double p50Millis, double p99Millis, double maxMillis) {

    /** From the measured durations; at least one is expected. */
    public static Lateness of(List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return new Lateness(sorted.size(), millis(sorted, 0.5), millis(sorted, 0.99), millis(sorted, 1));
    }

    private static double millis(List<Long> sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(rank, 1) - 1) / 1e6;
    }
}
