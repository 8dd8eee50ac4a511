// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.publish;

import dev.hallway.contract.RepositoryPartitioner;
import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import dev.hallway.service.topic.CommittedRecords;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Commits what it is given as one Kafka transaction. */
public final class KafkaPageSink implements PageSink {

    // Nothing is left to send when it is closed, unless Kafka cannot be reached: then it would wait for ever.
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(5);

    private final Producer<String, byte[]> producer;
    private final String ingestId;
    private final SchemaRegistry registry;
    private final Map<String, Object> clientConfig;
    private final RecordSerializer serializer;

    /**
     * Connects, and ends the transaction that a killed predecessor with the same id left open.
     *
     * @param ingestId stable name of this ingest; a second process with it shuts the first one out
     */
    public KafkaPageSink(Map<String, Object> clientConfig, String ingestId, SchemaRegistry registry, Clock clock) {
        this.clientConfig = Map.copyOf(clientConfig);
        this.ingestId = ingestId;
        this.registry = registry;
        this.serializer = new RecordSerializer(registry, clock);
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, ingestId);
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        RepositoryPartitioner.enforce(config);
        this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
        } catch (KafkaException unreachable) {
            producer.close(LONGEST_FAREWELL);
            throw unreachable;
        }
    }

    @Override
    public SavedState restore() {
        CommittedRecords committed = new CommittedRecords(clientConfig, registry);
        return new SavedState(
                committed.latest(Topics.INGEST_CURSORS), committed.latest(Topics.REPOSITORIES), committed.forgotten());
    }

    @Override
    public void commit(List<OutgoingRecord<?>> page, Runnable committed) {
        // Serialising may ask the registry, so it happens before the transaction begins.
        List<ProducerRecord<String, byte[]>> records =
                page.stream().map(serializer::serialize).toList();
        try {
            producer.beginTransaction();
            for (ProducerRecord<String, byte[]> record : records) {
                failIfRefused(producer.send(record));
            }
            producer.commitTransaction();
        } catch (KafkaException failed) {
            if (SupersededException.isReportedBy(failed)) {
                throw new SupersededException(ingestId, failed);
            }
            abort(failed);
            throw failed;
        }
        committed.run();
    }

    @Override
    public <V extends SpecificRecord> void forEachCommitted(
            Topic<String, V> topic, Predicate<String> wanted, Consumer<V> consumer) {
        new CommittedRecords(clientConfig, registry).forEach(topic, wanted, consumer);
    }

    @Override
    public void close() {
        producer.close(LONGEST_FAREWELL);
        serializer.close();
    }

    /**
     * A record that is refused at once has waited for an unreachable Kafka: every further one would wait as long. One
     * that is refused later makes the commit fail.
     */
    private static void failIfRefused(Future<RecordMetadata> sent) {
        if (!sent.isDone()) {
            return;
        }
        try {
            sent.get();
        } catch (InterruptedException toldToStop) {
            throw new InterruptException(toldToStop);
        } catch (ExecutionException refused) {
            throw refused.getCause() instanceof KafkaException cause
                    ? cause
                    : new KafkaException("A record cannot be sent.", refused);
        }
    }

    private void abort(KafkaException cause) {
        try {
            producer.abortTransaction();
        } catch (KafkaException | IllegalStateException alreadyDead) {
            // Kafka cannot be reached, or this commit may yet succeed: the next producer with this id completes or
            // aborts it.
            cause.addSuppressed(alreadyDead);
        }
    }
}
