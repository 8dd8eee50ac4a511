// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.repository;

import dev.hallway.streams.state.Codec;
import java.io.IOException;
import java.util.Arrays;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;

/** What was counted of one week, or how it changed; immutable and of fixed size, however much was counted. */
final class WeekTally {

    static final WeekTally ZERO = new WeekTally(new long[Counter.values().length]);

    static final Codec<WeekTally> CODEC = new Codec<>() {
        @Override
        public void write(WeekTally tally, Encoder out) throws IOException {
            for (long count : tally.counts) {
                out.writeLong(count);
            }
        }

        @Override
        public WeekTally read(Decoder in) throws IOException {
            long[] counts = new long[ZERO.counts.length];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = in.readLong();
            }
            return new WeekTally(counts);
        }
    };

    private final long[] counts;

    private WeekTally(long[] counts) {
        this.counts = counts;
    }

    long get(Counter counter) {
        return counts[counter.ordinal()];
    }

    WeekTally plus(Counter counter, long amount) {
        long[] sum = counts.clone();
        sum[counter.ordinal()] += amount;
        return new WeekTally(sum);
    }

    WeekTally plus(WeekTally other) {
        return combine(other, 1);
    }

    WeekTally minus(WeekTally other) {
        return combine(other, -1);
    }

    /** True if anybody contributed, bots and unknown people included. */
    boolean hasContribution() {
        return get(Counter.CONTRIBUTIONS) > 0
                || get(Counter.UNKNOWN_CONTRIBUTIONS) > 0
                || get(Counter.BOT_CONTRIBUTIONS) > 0;
    }

    /** True if something happened in the repository itself; a merge elsewhere may answer its feedback as well. */
    boolean hasEvent() {
        return hasContribution()
                || get(Counter.ISSUES_OPENED) > 0
                || get(Counter.ISSUES_CLOSED) > 0
                || get(Counter.PULL_REQUESTS_OPENED) > 0
                || get(Counter.PULL_REQUESTS_MERGED) > 0
                || get(Counter.PULL_REQUESTS_CLOSED_UNMERGED) > 0;
    }

    boolean isZero() {
        return Arrays.stream(counts).allMatch(count -> count == 0);
    }

    /** A bit for each figure that a counter that is not zero goes into. */
    int figures() {
        int figures = 0;
        for (Counter counter : Counter.values()) {
            if (get(counter) != 0) {
                figures |= counter.figures();
            }
        }
        return figures;
    }

    /** By how much the week changes the number of open issues. */
    long openIssues() {
        return get(Counter.ISSUES_OPENED) - get(Counter.ISSUES_CLOSED);
    }

    /** By how much the week changes the number of open pull requests. */
    long openPullRequests() {
        return get(Counter.PULL_REQUESTS_OPENED)
                - get(Counter.PULL_REQUESTS_MERGED)
                - get(Counter.PULL_REQUESTS_CLOSED_UNMERGED);
    }

    private WeekTally combine(WeekTally other, int sign) {
        long[] sum = counts.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += sign * other.counts[i];
        }
        return new WeekTally(sum);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WeekTally tally && Arrays.equals(counts, tally.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return Arrays.toString(counts);
    }
}
