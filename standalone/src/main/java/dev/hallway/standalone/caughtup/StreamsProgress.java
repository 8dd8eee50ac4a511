// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.caughtup;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the streams application is, in one measurement.
 *
 * @param lag offsets it has yet to read of its input and repartition topics
 * @param openTransactions partitions whose last records are not committed yet
 * @param unpublished changed weeks it has not published yet; 0 while much is left to read
 * @param ends the end of every partition that takes part
 */
public record StreamsProgress(long lag, long openTransactions, long unpublished, Map<TopicPartition, Long> ends) {

    /** Copies the ends. */
    public StreamsProgress {
        ends = Map.copyOf(ends);
    }

    /** True if nothing is left to do and nothing has moved since the earlier measurement. */
    boolean settledSince(StreamsProgress earlier) {
        return isIdle() && earlier.isIdle() && ends.equals(earlier.ends);
    }

    private boolean isIdle() {
        return lag == 0 && openTransactions == 0 && unpublished == 0;
    }
}
