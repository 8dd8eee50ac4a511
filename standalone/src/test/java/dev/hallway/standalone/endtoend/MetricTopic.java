// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic as any program would that knows Kafka and a Confluent registry, and nothing of Hallway. */
final class MetricTopic {

    private static final Duration POLL = Duration.ofMillis(200);

    private MetricTopic() {}

    /** The latest record of every key, as JSON. */
    static Map<String, JsonNode> latest(String topic, Object bootstrapServers, String registryUrl) {
        Map<String, JsonNode> latest = new TreeMap<>();
        // Avro writes a record as JSON.
        latestRecords(topic, bootstrapServers, registryUrl)
                .forEach((key, record) ->
                        latest.put(key, Answers.parse(record.value().toString())));
        return latest;
    }

    /** The latest record of every key, with its headers. */
    static Map<String, ConsumerRecord<String, Object>> latestRecords(
            String topic, Object bootstrapServers, String registryUrl) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "schema.registry.url",
                registryUrl,
                "key.deserializer",
                StringDeserializer.class,
                "value.deserializer",
                KafkaAvroDeserializer.class,
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest");
        Map<String, ConsumerRecord<String, Object>> latest = new TreeMap<>();
        try (KafkaConsumer<String, Object> consumer = new KafkaConsumer<>(config)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.seekToBeginning(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, Object> record : consumer.poll(POLL)) {
                    latest.put(record.key(), record);
                }
            }
        }
        return latest;
    }
}
