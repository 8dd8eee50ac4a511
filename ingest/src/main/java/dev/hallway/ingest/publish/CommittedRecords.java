// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.publish;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads compacted topics to their end, committed records only. */
final class CommittedRecords {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> config;
    private final SchemaRegistry registry;

    CommittedRecords(Map<String, Object> clientConfig, SchemaRegistry registry) {
        this.config = new HashMap<>(clientConfig);
        this.registry = registry;
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    }

    /** The latest value of every key. */
    <V extends SpecificRecord> Map<String, V> latest(Topic<String, V> topic) {
        return latest(topic, "", (known, next) -> true);
    }

    /**
     * One value of every key.
     *
     * @param prefix of the keys to read
     * @param replaces whether a value takes the place of the one known before it
     */
    <V extends SpecificRecord> Map<String, V> latest(
            Topic<String, V> topic, String prefix, BiPredicate<V, V> replaces) {
        try (Deserializer<V> values = topic.valueSerde(registry).deserializer();
                Consumer<String, V> consumer = new KafkaConsumer<>(config, new StringDeserializer(), values)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<String, V> latest = new HashMap<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, V> record : consumer.poll(POLL)) {
                    if (record.key().startsWith(prefix)) {
                        remember(latest, record, replaces);
                    }
                }
            }
            return latest;
        }
    }

    private static <V> void remember(
            Map<String, V> latest, ConsumerRecord<String, V> record, BiPredicate<V, V> replaces) {
        if (record.value() == null) {
            latest.remove(record.key());
        } else {
            latest.merge(record.key(), record.value(), (known, next) -> replaces.test(known, next) ? next : known);
        }
    }
}
