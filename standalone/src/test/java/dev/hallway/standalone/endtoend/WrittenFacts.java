// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What ingest has committed, without when it saw it. */
final class WrittenFacts {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final List<Topic<String, ? extends SpecificRecord>> FACTS =
            List.of(Topics.ISSUES, Topics.PULL_REQUESTS, Topics.COMMENTS, Topics.REVIEWS);

    private WrittenFacts() {}

    /** Every fact once, however often it was written. */
    static SortedSet<String> of(Map<String, Object> kafka, SchemaRegistry registry) {
        SortedSet<String> facts = new TreeSet<>();
        FACTS.forEach(topic -> read(topic, kafka, registry, facts));
        return facts;
    }

    private static <V extends SpecificRecord> void read(
            Topic<String, V> topic, Map<String, Object> kafka, SchemaRegistry registry, SortedSet<String> facts) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put("isolation.level", "read_committed");
        config.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<String, V> consumer = new KafkaConsumer<>(
                config, new StringDeserializer(), topic.valueSerde(registry).deserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL)
                        .forEach(record -> facts.add(topic.name() + " " + record.key() + " "
                                + record.value().toString().replaceAll("\"observedAt\": [^,}]*", "")));
            }
        }
    }
}
