// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.forgetting;

import dev.hallway.contract.Topic;
import dev.hallway.service.topic.CommittedRecords;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Puts other records in the place of those that name somebody.
 *
 * <p>A topic is read twice: only the latest record of a key may be rewritten, or something old would take its place. What is
 * remembered in between is a number for each key that is concerned.
 */
final class TopicRewriting implements AutoCloseable {

    private record Place(int partition, ByteBuffer key) {}

    private final CommittedRecords records;
    private final Producer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> refusal = new AtomicReference<>();

    TopicRewriting(CommittedRecords records, Map<String, Object> kafka) {
        this.records = records;
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.LARGEST_REGISTRY);
        producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Of how many keys of a topic any record names somebody.
     *
     * @throws KafkaException if the topic cannot be read
     */
    long count(String topic, RewriteRule rule) {
        return latest(topic, rule).size();
    }

    /**
     * Writes what takes their place; of how many keys.
     *
     * @param timestamp of all records, so that they fill one new segment
     * @throws KafkaException if the topic cannot be read or written
     */
    long rewrite(String topic, RewriteRule rule, long timestamp) {
        Map<Place, Long> latest = latest(topic, rule);
        if (latest.isEmpty()) {
            return 0;
        }
        Map<Integer, ProducerRecord<byte[], byte[]>> last = new HashMap<>();
        records.forEachAsItCame(topic, record -> {
            Long offset = latest.get(place(record));
            if (offset != null && offset == record.offset()) {
                ProducerRecord<byte[], byte[]> successor = successor(record, rule, timestamp);
                send(successor);
                last.put(record.partition(), successor);
            }
        });
        last.values().forEach(record -> send(later(record)));
        producer.flush();
        Exception refused = refusal.get();
        if (refused != null) {
            throw new KafkaException("A record of " + topic + " was not rewritten: " + refused.getMessage(), refused);
        }
        return latest.size();
    }

    /** Whether any record of a topic still names somebody, though another may have taken its place. */
    boolean isNamed(String topic, RewriteRule rule) {
        return count(topic, rule) > 0;
    }

    @Override
    public void close() {
        producer.close();
    }

    /**
     * Writes one record to a topic of a single partition.
     *
     * @throws KafkaException if it is refused
     */
    void write(Topic<String, ?> topic, String key, byte[] value, long timestamp) {
        KafkaAnswer.of(producer.send(
                new ProducerRecord<>(topic.name(), 0, timestamp, key.getBytes(StandardCharsets.UTF_8), value)));
    }

    /** Where the latest record is of every key of which any record names somebody. */
    private Map<Place, Long> latest(String topic, RewriteRule rule) {
        Map<Place, Long> latest = new HashMap<>();
        records.forEachAsItCame(topic, record -> {
            Place place = place(record);
            if (names(record, rule) || latest.containsKey(place)) {
                latest.put(place, record.offset());
            }
        });
        return latest;
    }

    private static boolean names(ConsumerRecord<byte[], byte[]> record, RewriteRule rule) {
        return record.value() != null && !(rule.of(record) instanceof Rewrite.Kept);
    }

    /** Also what may stay as it is takes the place of an earlier record of its key that may not. */
    private static ProducerRecord<byte[], byte[]> successor(
            ConsumerRecord<byte[], byte[]> record, RewriteRule rule, long timestamp) {
        byte @Nullable [] value = record.value() == null ? null : rewritten(record.value(), rule.of(record));
        return new ProducerRecord<>(
                record.topic(),
                record.partition(),
                timestamp,
                record.key(),
                value,
                value == null ? List.of() : record.headers());
    }

    /** Kafka never compacts the segment that it writes to: the same record once more begins another one. */
    private static ProducerRecord<byte[], byte[]> later(ProducerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(
                record.topic(),
                record.partition(),
                record.timestamp() + Compaction.LONGEST_SEGMENT_MILLIS + 1,
                record.key(),
                record.value(),
                record.headers());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The callback learns what the future would report.
    private void send(ProducerRecord<byte[], byte[]> record) {
        producer.send(record, this::acknowledged);
    }

    private static byte @Nullable [] rewritten(byte[] value, Rewrite rewrite) {
        if (rewrite instanceof Rewrite.Replaced replaced) {
            return replaced.value().get();
        }
        return rewrite instanceof Rewrite.Kept ? value : null;
    }

    private void acknowledged(RecordMetadata where, @Nullable Exception refused) {
        if (refused != null) {
            refusal.compareAndSet(null, refused);
        }
    }

    private static Place place(ConsumerRecord<byte[], byte[]> record) {
        return new Place(record.partition(), ByteBuffer.wrap(record.key()));
    }
}
