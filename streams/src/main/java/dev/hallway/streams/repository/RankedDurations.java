// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.repository;

import dev.hallway.streams.repository.RepositoryKey.DurationBucket;
import dev.hallway.streams.week.IsoWeek;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Exact percentiles of a week's durations, without reading them all.
 *
 * <p>A duration is counted in three buckets: by its upper, upper and middle, and all of its 36 bits. The k-th smallest is
 * found by walking down: each step reads at most 4,096 counters, however many durations there are.
 */
final class RankedDurations {

    static final int LEVELS = 3;
    private static final int BITS = 12;
    private static final long LONGEST = (1L << (LEVELS * BITS)) - 1;

    private final ReadOnlyKeyValueStore<DurationBucket, Long> buckets;

    RankedDurations(ReadOnlyKeyValueStore<DurationBucket, Long> buckets) {
        this.buckets = buckets;
    }

    /** The bucket of a level that a duration falls into; durations outside 0 to 2,177 years count as the nearest. */
    static long bucket(long seconds, int level) {
        return Math.max(0, Math.min(seconds, LONGEST)) >>> ((LEVELS - 1 - level) * BITS);
    }

    /**
     * A percentile by linear interpolation between closest ranks, rounded half-up to whole seconds.
     *
     * @param count how many durations there are, at least 1
     */
    long percentile(String repository, IsoWeek week, Measure measure, long count, int percent) {
        long position = (count - 1) * percent;
        long lower = select(repository, week, measure, position / 100);
        long rest = position % 100;
        if (rest == 0) {
            return lower;
        }
        long upper = select(repository, week, measure, position / 100 + 1);
        return (100 * lower + rest * (upper - lower) + 50) / 100;
    }

    private long select(String repository, IsoWeek week, Measure measure, long rank) {
        long before = 0;
        long bucket = 0;
        for (int level = 0; level < LEVELS; level++) {
            long first = bucket << BITS;
            long last = first + (1 << BITS) - 1;
            bucket = -1;
            try (KeyValueIterator<DurationBucket, Long> counted = buckets.range(
                    new DurationBucket(repository, week, measure, level, first),
                    new DurationBucket(repository, week, measure, level, last))) {
                while (bucket < 0 && counted.hasNext()) {
                    KeyValue<DurationBucket, Long> next = counted.next();
                    if (before + next.value > rank) {
                        bucket = next.key.bucket();
                    } else {
                        before += next.value;
                    }
                }
            }
            if (bucket < 0) {
                throw new IllegalStateException(
                        "There is no duration of rank " + rank + " for " + measure + " in " + repository + " " + week);
            }
        }
        return bucket;
    }
}
