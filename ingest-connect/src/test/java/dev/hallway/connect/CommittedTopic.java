// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what is committed in a topic, byte by byte. */
final class CommittedTopic {

    private static final Duration POLL = Duration.ofMillis(100);

    private final String bootstrapServers;
    private final String name;

    CommittedTopic(String bootstrapServers, String name) {
        this.bootstrapServers = bootstrapServers;
        this.name = name;
    }

    /** Every record with its partition and time, and how often it is there. */
    Map<String, Integer> records() {
        Map<String, Integer> records = new TreeMap<>();
        read(record -> records.merge(
                record.partition() + " " + key(record) + " " + record.timestamp() + " " + value(record),
                1,
                Integer::sum));
        return records;
    }

    /** The latest value of every key. */
    Map<String, String> latest() {
        Map<String, String> latest = new TreeMap<>();
        read(record -> latest.put(key(record), value(record)));
        return latest;
    }

    private void read(Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", bootstrapServers,
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(partition -> new TopicPartition(name, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(reader);
            }
        }
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }

    private static String value(ConsumerRecord<byte[], byte[]> record) {
        return Base64.getEncoder().encodeToString(record.value());
    }
}
