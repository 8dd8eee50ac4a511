// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.publish;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topics;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Commits each page as one Kafka transaction. */
public final class KafkaPageSink implements PageSink {

    private final Producer<String, byte[]> producer;
    private final SchemaRegistry registry;
    private final Map<String, Object> clientConfig;
    private final RecordSerializer serializer;

    /**
     * Connects, and ends what a killed predecessor of the same id left open.
     *
     * @param ingestId stable name of this ingest; a second process with it shuts the first one out
     */
    public KafkaPageSink(Map<String, Object> clientConfig, String ingestId, SchemaRegistry registry, Clock clock) {
        this.clientConfig = Map.copyOf(clientConfig);
        this.registry = registry;
        this.serializer = new RecordSerializer(registry, clock);
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, ingestId);
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
        } catch (KafkaException unreachable) {
            producer.close();
            throw unreachable;
        }
    }

    @Override
    public SavedState restore() {
        CommittedRecords committed = new CommittedRecords(clientConfig, registry);
        return new SavedState(committed.latest(Topics.INGEST_CURSORS), committed.latest(Topics.REPOSITORIES));
    }

    @Override
    public void commit(List<OutgoingRecord<?>> page) {
        // Serialising may ask the registry: it happens before the transaction begins.
        List<ProducerRecord<String, byte[]>> records =
                page.stream().map(serializer::serialize).toList();
        producer.beginTransaction();
        try {
            for (ProducerRecord<String, byte[]> record : records) {
                // A record that cannot be sent makes the commit fail: the single futures say nothing more.
                Future<RecordMetadata> acknowledged = producer.send(record);
                Objects.requireNonNull(acknowledged);
            }
            producer.commitTransaction();
        } catch (KafkaException failed) {
            abort(failed);
            throw failed;
        }
    }

    @Override
    public void close() {
        producer.close();
        serializer.close();
    }

    private void abort(KafkaException cause) {
        try {
            producer.abortTransaction();
        } catch (KafkaException alreadyDead) {
            // A fenced producer cannot abort; the broker has done it.
            cause.addSuppressed(alreadyDead);
        }
    }
}
