// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.figure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Exact percentiles of durations in whole seconds: linear interpolation between closest ranks, rounded half-up. */
final class Percentiles {

    private long[] seconds = new long[8];
    private int count;
    private long sum;
    private boolean sorted = true;

    void add(long duration) {
        if (count == seconds.length) {
            seconds = Arrays.copyOf(seconds, count * 2);
        }
        seconds[count++] = duration;
        sum += duration;
        sorted = false;
    }

    long count() {
        return count;
    }

    /** Null if there are no durations. */
    @Nullable
    Long percentile(int percent) {
        if (count == 0) {
            return null;
        }
        sort();
        long position = (count - 1L) * percent;
        long lower = seconds[(int) (position / 100)];
        long rest = position % 100;
        if (rest == 0) {
            return lower;
        }
        long upper = seconds[(int) (position / 100) + 1];
        return (100 * lower + rest * (upper - lower) + 50) / 100;
    }

    /** Rounded half-up; null if there are no durations. */
    @Nullable
    Long mean() {
        return count == 0 ? null : Long.valueOf(Math.floorDiv(2 * sum + count, 2L * count));
    }

    private void sort() {
        if (!sorted) {
            Arrays.sort(seconds, 0, count);
            sorted = true;
        }
    }
}
