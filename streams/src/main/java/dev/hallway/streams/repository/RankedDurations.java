// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.repository;

import dev.hallway.streams.repository.RepositoryKey.DurationBucket;
import dev.hallway.streams.week.IsoWeek;
import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

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

    // As many are read in one go rather than searched for.
    private static final long FEW = 500;

    private final ReadOnlyKeyValueStore<DurationBucket, Long> buckets;

    RankedDurations(ReadOnlyKeyValueStore<DurationBucket, Long> buckets) {
        this.buckets = buckets;
    }

    /** The bucket of a level that a duration falls into; durations outside 0 to 2,177 years count as the nearest. */
    static long bucket(long seconds, int level) {
        return Math.max(0, Math.min(seconds, LONGEST)) >>> ((LEVELS - 1 - level) * BITS);
    }

    /**
     * The percentiles of a week's durations, by linear interpolation between closest ranks, rounded half-up to whole
     * seconds. Nothing is read before one is asked for.
     *
     * @param count how many durations there are; with none, no percentile may be asked for
     */
    IntToLongFunction percentiles(String repository, IsoWeek week, Measure measure, long count) {
        if (count > FEW) {
            return percent -> percentile(count, percent, rank -> select(repository, week, measure, rank));
        }
        LongUnaryOperator sorted = new Sorted(() -> all(repository, week, measure, count));
        return percent -> percentile(count, percent, sorted);
    }

    private static long percentile(long count, int percent, LongUnaryOperator select) {
        long position = (count - 1) * percent;
        long lower = select.applyAsLong(position / 100);
        long rest = position % 100;
        if (rest == 0) {
            return lower;
        }
        long upper = select.applyAsLong(position / 100 + 1);
        return (100 * lower + rest * (upper - lower) + 50) / 100;
    }

    private long[] all(String repository, IsoWeek week, Measure measure, long count) {
        long[] sorted = new long[(int) count];
        int filled = 0;
        int exact = LEVELS - 1;
        try (KeyValueIterator<DurationBucket, Long> counted = buckets.range(
                new DurationBucket(repository, week, measure, exact, 0),
                new DurationBucket(repository, week, measure, exact, LONGEST))) {
            while (counted.hasNext()) {
                KeyValue<DurationBucket, Long> next = counted.next();
                int end = filled + next.value.intValue();
                Arrays.fill(sorted, filled, end, next.key.bucket());
                filled = end;
            }
        }
        if (filled != count) {
            throw new IllegalStateException("There are " + filled + " instead of " + count + " durations for " + measure
                    + " in " + repository + " " + week);
        }
        return sorted;
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

    /** The durations in order, read when the first is asked for. */
    private static final class Sorted implements LongUnaryOperator {

        private final Supplier<long[]> source;
        private long @Nullable [] durations;

        Sorted(Supplier<long[]> source) {
            this.source = source;
        }

        @Override
        public long applyAsLong(long rank) {
            if (durations == null) {
                durations = source.get();
            }
            return durations[(int) rank];
        }
    }
}
