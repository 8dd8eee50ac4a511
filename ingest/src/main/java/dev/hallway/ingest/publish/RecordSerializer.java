// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.publish;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.service.tracing.TraceHeaders;
import io.opentelemetry.api.trace.Span;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/** Serialises records in the one form they have in Kafka, whoever sends them. Not thread-safe. */
public final class RecordSerializer implements AutoCloseable {

    private final SchemaRegistry registry;
    private final Clock clock;
    private final Map<String, Serializer<? extends SpecificRecord>> serializers = new HashMap<>();

    /** A serializer that registers schemas on first use. */
    public RecordSerializer(SchemaRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /**
     * The record with its value in Confluent's wire format; the partition is left to the sender.
     *
     * @throws org.apache.kafka.common.KafkaException if the registry does not answer, or refuses the schema
     */
    public <V extends SpecificRecord> ProducerRecord<String, byte[]> serialize(OutgoingRecord<V> record) {
        // Brokers refuse timestamps in their future.
        Instant now = clock.instant();
        Instant timestamp = record.timestamp().isAfter(now) ? now : record.timestamp();
        byte[] value = serializer(record).serialize(record.topic().name(), record.value());
        ProducerRecord<String, byte[]> serialized =
                new ProducerRecord<>(record.topic().name(), null, timestamp.toEpochMilli(), record.key(), value);
        if (record.trace().isValid()) {
            TraceHeaders.write(Span.wrap(record.trace()), serialized.headers());
        }
        return serialized;
    }

    @Override
    public void close() {
        serializers.values().forEach(Serializer::close);
    }

    @SuppressWarnings("unchecked") // One serializer for each topic, and a topic has one type.
    private <V extends SpecificRecord> Serializer<V> serializer(OutgoingRecord<V> record) {
        return (Serializer<V>) serializers.computeIfAbsent(
                record.topic().name(),
                name -> record.topic().valueSerde(registry).serializer());
    }
}
