// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.topic;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import dev.hallway.service.forgotten.Forgotten;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads compacted topics to their end, committed records only. */
public final class CommittedRecords {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> config;
    private final SchemaRegistry registry;

    /** A reader with the given properties of Kafka's clients. */
    public CommittedRecords(Map<String, Object> clientConfig, SchemaRegistry registry) {
        this.config = new HashMap<>(clientConfig);
        this.registry = registry;
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    }

    /** The latest value of every key. */
    public <V extends SpecificRecord> Map<String, V> latest(Topic<String, V> topic) {
        Map<String, V> latest = new HashMap<>();
        read(topic, record -> remember(latest, record));
        return latest;
    }

    /** The accounts that were forgotten. */
    public Forgotten forgotten() {
        return Forgotten.of(latest(Topics.FORGOTTEN).get(Forgotten.KEY));
    }

    /** Every value of the wanted keys. */
    public <V extends SpecificRecord> void forEach(
            Topic<String, V> topic, Predicate<String> wanted, Consumer<V> consumer) {
        read(topic, record -> {
            if (record.value() != null && wanted.test(record.key())) {
                consumer.accept(record.value());
            }
        });
    }

    /** Every record of a topic, as it came; those of a partition in their order. */
    public void forEachAsItCame(String topic, Consumer<ConsumerRecord<byte[], byte[]>> consumer) {
        read(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer(), consumer);
    }

    private <V extends SpecificRecord> void read(Topic<String, V> topic, Consumer<ConsumerRecord<String, V>> reader) {
        try (Deserializer<V> values = topic.valueSerde(registry).deserializer()) {
            read(topic.name(), new StringDeserializer(), values, reader);
        }
    }

    private <K, V> void read(
            String topic, Deserializer<K> keys, Deserializer<V> values, Consumer<ConsumerRecord<K, V>> reader) {
        try (KafkaConsumer<K, V> consumer = new KafkaConsumer<>(config, keys, values)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(reader);
            }
        }
    }

    private static <V> void remember(Map<String, V> latest, ConsumerRecord<String, V> record) {
        if (record.value() == null) {
            latest.remove(record.key());
        } else {
            latest.put(record.key(), record.value());
        }
    }
}
