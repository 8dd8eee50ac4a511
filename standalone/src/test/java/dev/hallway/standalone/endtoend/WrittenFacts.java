// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import dev.hallway.contract.FactKey;
import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import dev.hallway.github.Comment;
import dev.hallway.github.Review;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
        FACTS.forEach(topic -> read(topic, kafka, registry, record -> facts.add(line(record))));
        return facts;
    }

    /**
     * Of every entity that is not deleted the snapshot that readers of the topics choose: the latest by GitHub's time,
     * then by ours.
     *
     * @param repository whose, in lower case
     */
    static SortedMap<String, String> shown(Map<String, Object> kafka, SchemaRegistry registry, String repository) {
        Map<String, ConsumerRecord<String, ? extends SpecificRecord>> latest = new HashMap<>();
        FACTS.forEach(topic -> read(topic, kafka, registry, record -> {
            if (record.key().startsWith(repository + "#")) {
                latest.merge(entity(record), record, WrittenFacts::later);
            }
        }));
        SortedMap<String, String> facts = new TreeMap<>();
        latest.forEach((entity, record) -> {
            if (!isDeleted(record)) {
                facts.put(entity, line(record));
            }
        });
        return facts;
    }

    private static String entity(ConsumerRecord<String, ? extends SpecificRecord> record) {
        String item = record.topic() + " " + FactKey.itemOf(record.key());
        if (record.value() instanceof Comment comment) {
            return item + " " + comment.getKind() + " " + comment.getId();
        }
        return record.value() instanceof Review review ? item + " " + review.getId() : item;
    }

    private static ConsumerRecord<String, ? extends SpecificRecord> later(
            ConsumerRecord<String, ? extends SpecificRecord> one,
            ConsumerRecord<String, ? extends SpecificRecord> next) {
        int order = time(one, "updatedAt").compareTo(time(next, "updatedAt"));
        int observed = time(one, "observedAt").compareTo(time(next, "observedAt"));
        return order > 0 || (order == 0 && observed > 0) ? one : next;
    }

    private static boolean isDeleted(ConsumerRecord<String, ? extends SpecificRecord> record) {
        Schema.Field field = record.value().getSchema().getField("deleted");
        return Boolean.TRUE.equals(record.value().get(field.pos()));
    }

    /** GitHub keeps no time of the last change of a review. */
    private static Instant time(ConsumerRecord<String, ? extends SpecificRecord> record, String name) {
        Schema.Field field = record.value().getSchema().getField(name);
        return field == null ? Instant.EPOCH : (Instant) record.value().get(field.pos());
    }

    private static String line(ConsumerRecord<String, ? extends SpecificRecord> record) {
        return record.topic() + " " + FactKey.itemOf(record.key()) + " "
                + record.value().toString().replaceAll("\"observedAt\": [^,}]*", "");
    }

    private static <V extends SpecificRecord> void read(
            Topic<String, V> topic,
            Map<String, Object> kafka,
            SchemaRegistry registry,
            Consumer<ConsumerRecord<String, V>> reader) {
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
                consumer.poll(POLL).forEach(reader);
            }
        }
    }
}
