// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.RepositoryPartitioner;
import dev.hallway.contract.Topic;
import dev.hallway.ingest.IngestSettings;
import dev.hallway.ingest.publish.KafkaPageSink;
import dev.hallway.ingest.publish.OutgoingRecord;
import dev.hallway.ingest.publish.PageSink;
import dev.hallway.ingest.publish.RecordSerializer;
import dev.hallway.ingest.publish.SavedState;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The real sink of one process, which at one of its commits has a mishap. */
final class MishapSink implements PageSink {

    private final FragileCluster cluster;
    private final Clock clock;
    private final PageSink sink;
    private final Optional<Mishap> mishap;
    private int commitsBefore;
    private volatile boolean happened;

    /**
     * Connects.
     *
     * @param commitsBefore how many commits go well before
     */
    MishapSink(FragileCluster cluster, Clock clock, Optional<Mishap> mishap, int commitsBefore) {
        this.cluster = cluster;
        this.clock = clock;
        this.mishap = mishap;
        this.commitsBefore = commitsBefore;
        this.sink = another();
    }

    @Override
    public SavedState restore() {
        return sink.restore();
    }

    @Override
    public void commit(List<OutgoingRecord<?>> page, Runnable committed) {
        if (mishap.isEmpty() || commitsBefore-- != 0) {
            sink.commit(page, committed);
            return;
        }
        happened = true;
        switch (mishap.get()) {
            case BROKER_GONE_BEFORE -> {
                cluster.stopBroker();
                sink.commit(page, committed);
            }
            case BROKER_GONE_MEANWHILE -> withoutBroker(page, committed);
            case KILLED_HALFWAY -> {
                sendHalf(page);
                throw new Killed();
            }
            case KILLED_AFTER -> {
                sink.commit(page, () -> {});
                throw new Killed();
            }
            case SUPERSEDED -> {
                another().close();
                sink.commit(page, committed);
            }
        }
    }

    /** Whether the process lived to have its mishap. */
    boolean happened() {
        return happened;
    }

    @Override
    public <V extends SpecificRecord> void forEachCommitted(
            Topic<String, V> topic, Predicate<String> wanted, Consumer<V> consumer) {
        sink.forEachCommitted(topic, wanted, consumer);
    }

    @Override
    public void close() {
        sink.close();
    }

    private PageSink another() {
        return new KafkaPageSink(cluster.clients(), IngestSettings.ONLY_INGEST, cluster.schemas(), clock);
    }

    private void withoutBroker(List<OutgoingRecord<?>> page, Runnable committed) {
        Thread stopping = new Thread(cluster::stopBroker, "stop-broker");
        stopping.start();
        try {
            sink.commit(page, committed);
        } finally {
            join(stopping);
        }
    }

    /** As the process would have sent it: what is not committed stays open until the next one with this id starts. */
    private void sendHalf(List<OutgoingRecord<?>> page) {
        Map<String, Object> config = new HashMap<>(cluster.clients());
        config.put("transactional.id", IngestSettings.ONLY_INGEST);
        RepositoryPartitioner.enforce(config);
        try (RecordSerializer serializer = new RecordSerializer(cluster.schemas(), clock)) {
            KafkaProducer<String, byte[]> producer =
                    new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
            producer.initTransactions();
            producer.beginTransaction();
            List<Future<RecordMetadata>> half = page.subList(0, (page.size() + 1) / 2).stream()
                    .map(record -> producer.send(serializer.serialize(record)))
                    .toList();
            producer.flush();
            assertThat(half).allMatch(Future::isDone);
            producer.close(Duration.ZERO);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** The end of a process that had no time to say anything. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
