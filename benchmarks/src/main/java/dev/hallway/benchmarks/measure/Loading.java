// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.measure;

import dev.hallway.benchmarks.workload.Communities;
import dev.hallway.benchmarks.workload.GeneratedCounts;
import dev.hallway.benchmarks.workload.GeneratedEvent;
import dev.hallway.benchmarks.workload.Volume;
import dev.hallway.contract.RepositoryPartitioner;
import dev.hallway.standalone.Cluster;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes events to the input topics, with the usual serde. */
public final class Loading implements AutoCloseable {

    private final Cluster cluster;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Serializer<?>> serializers = new HashMap<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /**
     * Connects.
     *
     * @param lingerMillis how long an event may wait for others that are sent with it
     */
    public Loading(Cluster cluster, int lingerMillis) {
        this.cluster = cluster;
        Map<String, Object> config = new HashMap<>(cluster.kafka());
        config.put(ProducerConfig.LINGER_MS_CONFIG, lingerMillis);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 << 10);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        RepositoryPartitioner.enforce(config);
        producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    /** Makes and sends everything; returns what was made once the broker has it all. */
    public GeneratedCounts load(Volume volume, ProgressReporter progress) {
        int[] sent = {0};
        GeneratedCounts counts = Communities.generate(volume, event -> {
            send(event);
            progress.report("events made", ++sent[0], volume.events());
        });
        flush();
        return counts;
    }

    /** Sends an event; whether the broker has it, {@link #flush} says. */
    @SuppressWarnings("FutureReturnValueIgnored") // The callback learns what the future would report.
    public <V extends SpecificRecord> void send(GeneratedEvent<V> event) {
        byte[] value = serializer(event).serialize(event.topic().name(), event.value());
        producer.send(
                new ProducerRecord<>(
                        event.topic().name(), null, event.happenedAt().toEpochMilli(), event.key(), value),
                this::acknowledged);
    }

    /** Waits until the broker has everything; throws if it refused something. */
    public void flush() {
        producer.flush();
        Exception broken = failure.get();
        if (broken != null) {
            throw new IllegalStateException("The broker refused an event: " + broken.getMessage(), broken);
        }
    }

    @Override
    public void close() {
        producer.close();
        serializers.values().forEach(Serializer::close);
    }

    @SuppressWarnings("unchecked") // A topic's serializer is made from its own type.
    private <V extends SpecificRecord> Serializer<V> serializer(GeneratedEvent<V> event) {
        return (Serializer<V>) serializers.computeIfAbsent(
                event.topic().name(),
                name -> event.topic().valueSerde(cluster.registry()).serializer());
    }

    private void acknowledged(RecordMetadata where, @Nullable Exception refusal) {
        if (refusal != null) {
            failure.compareAndSet(null, refusal);
        }
    }
}
