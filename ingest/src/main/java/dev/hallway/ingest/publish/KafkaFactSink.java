// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.publish;

import dev.hallway.contract.KafkaRefusal;
import dev.hallway.contract.RepositoryPartitioner;
import dev.hallway.contract.SchemaRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes each fact by itself and waits for it.
 *
 * <p>A single record needs no transaction to be whole, and a producer of its own keeps it apart from the polling
 * loop's: neither waits for the other, and readers of committed records see both.
 */
public final class KafkaFactSink implements FactSink {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaFactSink.class);
    // GitHub gives up after 10 s; until then there is time to report what is wrong.
    private static final Duration FIND_BROKER = Duration.ofSeconds(3);
    private static final Duration REQUEST = Duration.ofSeconds(3);
    private static final Duration DELIVERY = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(6);
    private static final String UNREACHABLE = "Kafka did not confirm the record; the polling loop reads it later.";
    private static final String NO_REGISTRY =
            "The schema registry cannot be used just now; the polling loop reads it later.";

    private final Producer<String, byte[]> producer;
    // It is not thread-safe, and may wait for the registry.
    private final RecordSerializer serializer;
    private final ReentrantLock serializing = new ReentrantLock();

    /** Connects when first used. */
    public KafkaFactSink(Map<String, Object> clientConfig, SchemaRegistry registry, Clock clock) {
        this.serializer = new RecordSerializer(impatient(registry), clock);
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        RepositoryPartitioner.enforce(config);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, FIND_BROKER.toMillis());
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(REQUEST.toMillis()));
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Math.toIntExact(DELIVERY.toMillis()));
        this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public Write write(OutgoingRecord<?> record) {
        try {
            if (!serializing.tryLock(FIND_BROKER.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Write.Unavailable(NO_REGISTRY);
            }
            ProducerRecord<String, byte[]> serialized;
            try {
                serialized = serializer.serialize(record);
            } finally {
                serializing.unlock();
            }
            producer.send(serialized).get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
            return new Write.Durable();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Write.Unavailable("This ingest is stopping.");
        } catch (TimeoutException late) {
            return new Write.Unavailable(UNREACHABLE);
        } catch (ExecutionException failed) {
            return failed(failed.getCause() == null ? failed : failed.getCause());
        } catch (KafkaException failed) {
            return failed(failed);
        }
    }

    @Override
    public boolean prepare(List<OutgoingRecord<?>> alike) {
        serializing.lock();
        try {
            for (OutgoingRecord<?> record : alike) {
                // The producer obtains its id meanwhile.
                producer.partitionsFor(serializer.serialize(record).topic());
            }
            return true;
        } catch (KafkaException failed) {
            LOG.info("Not ready to write delivered facts yet: {}", KafkaRefusal.line(failed));
            return false;
        } finally {
            serializing.unlock();
        }
    }

    @Override
    public void close() {
        producer.close(LONGEST_WAIT);
        serializer.close();
    }

    /** Only the poll can afford to be patient: here somebody waits for an answer. */
    private static SchemaRegistry impatient(SchemaRegistry registry) {
        Map<String, String> properties = new HashMap<>(registry.properties());
        String millis = Long.toString(REQUEST.toMillis());
        properties.put("max.retries", "0");
        properties.put("http.connect.timeout.ms", millis);
        properties.put("http.read.timeout.ms", millis);
        return new SchemaRegistry(registry.url(), properties);
    }

    private static Write failed(Throwable cause) {
        if (cause instanceof RecordTooLargeException) {
            return new Write.TooLarge();
        }
        LOG.warn("A delivered fact was not written: {}", String.valueOf(cause.getMessage()));
        return new Write.Unavailable(cause instanceof SerializationException ? NO_REGISTRY : UNREACHABLE);
    }
}
