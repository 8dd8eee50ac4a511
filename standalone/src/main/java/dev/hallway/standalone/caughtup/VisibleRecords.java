// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.caughtup;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Distinguishes offsets that hold records from offsets that hold none.
 *
 * <p>Transaction markers, aborted records and compacted ones occupy offsets that no application ever commits past if
 * nothing else follows on the partition.
 */
final class VisibleRecords implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int POLLS = 10;

    private final KafkaConsumer<byte[], byte[]> consumer;

    VisibleRecords(Map<String, Object> clientConfig) {
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** True unless a reader of committed records gets from one offset to the other without finding any. */
    boolean existBetween(TopicPartition partition, long from, long to) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        for (int poll = 0; poll < POLLS; poll++) {
            if (!consumer.poll(POLL).isEmpty()) {
                return true;
            }
            if (consumer.position(partition) >= to) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
