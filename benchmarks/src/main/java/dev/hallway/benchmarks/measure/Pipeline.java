// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.measure;

import dev.hallway.benchmarks.cluster.ClusterProcess;
import dev.hallway.contract.Topics;
import dev.hallway.standalone.Cluster;
import dev.hallway.standalone.caughtup.CaughtUp;
import dev.hallway.streams.http.HttpSettings;
import dev.hallway.streams.operations.TaskMeters;
import dev.hallway.streams.runtime.Application;
import dev.hallway.streams.runtime.RuntimePolicy;
import dev.hallway.streams.runtime.StreamsSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole topology under its ordinary policy, without the query server. */
final class Pipeline implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long BETWEEN_LOOKS_MILLIS = 200;
    private static final Set<String> INPUTS =
            Topics.INPUTS.stream().map(topic -> topic.name()).collect(Collectors.toSet());

    private final Cluster cluster;
    private final ProcessHandle broker;
    private final Path stateDirectory;
    private final Application application;
    private final KafkaStreams streams;
    private final LongAdder restored = new LongAdder();

    /**
     * Prepares to run.
     *
     * @param overrides Kafka properties that outrank the policy's defaults
     */
    Pipeline(Cluster cluster, ProcessHandle broker, Path stateDirectory, int threads, Map<String, String> overrides) {
        this.cluster = cluster;
        this.broker = broker;
        this.stateDirectory = stateDirectory;
        Map<String, Object> kafka = new HashMap<>(cluster.kafka());
        kafka.putAll(overrides);
        HttpSettings noQueries = HttpSettings.loopback(0);
        StreamsSettings settings = new StreamsSettings(kafka, cluster.registry(), stateDirectory, noQueries, threads);
        StreamsConfig config = RuntimePolicy.config(settings, "127.0.0.1:1");
        application = new Application(settings, config, ClusterProcess.PARTITIONS, TaskMeters.unread());
        streams = application.streams();
        streams.setGlobalStateRestoreListener(new RestoreCount(restored));
        streams.setUncaughtExceptionHandler(failure -> {
            LOG.error("The topology cannot continue.", failure);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
    }

    /** Starts it on full input topics and measures until nothing is left to read, commit or publish. */
    TopologyThroughput catchUp(long events, ProgressReporter progress) {
        Stopwatch whole = new Stopwatch(broker);
        streams.start();
        Throughput secondHalf;
        try (Admin admin = Admin.create(cluster.kafka())) {
            awaitRead(admin, events / 2, events, progress);
            Stopwatch half = new Stopwatch(broker);
            long before = read(admin);
            awaitRead(admin, events, events, progress);
            awaitSettled();
            secondHalf = half.stop(events - before);
        }
        return new TopologyThroughput(whole.stop(events), secondHalf, Disk.mebibytes(stateDirectory));
    }

    /** Starts it on input topics that were read before, and measures until it is ready again. */
    Throughput restart() {
        Stopwatch ready = new Stopwatch(broker);
        streams.start();
        awaitSettled();
        return ready.stop(restored.sum());
    }

    KafkaStreams streams() {
        return streams;
    }

    /** Waits until nothing is left to read, commit or publish. */
    void awaitSettled() {
        try (CaughtUp caughtUp =
                new CaughtUp(cluster.kafka(), RuntimePolicy.APPLICATION_ID, application::unpublished)) {
            caughtUp.await(PATIENCE, look -> {});
        }
    }

    @Override
    public void close() {
        application.close();
    }

    // Asks less than CaughtUp does, so that asking does not slow down what is measured.
    private void awaitRead(Admin admin, long wanted, long events, ProgressReporter progress) {
        long read = read(admin);
        while (read < wanted) {
            progress.report("events through the topology", read, events);
            if (streams.state() == KafkaStreams.State.ERROR) {
                throw new IllegalStateException("The topology stopped; its error is above.");
            }
            pause();
            read = read(admin);
        }
        progress.report("events through the topology", read, events);
    }

    private static long read(Admin admin) {
        try {
            return admin
                    .listConsumerGroupOffsets(RuntimePolicy.APPLICATION_ID)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .entrySet()
                    .stream()
                    .filter(offset -> INPUTS.contains(offset.getKey().topic()))
                    .map(Map.Entry::getValue)
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("Kafka does not say how far the topology is.", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking how far the topology is.", interrupted);
        }
    }

    private record RestoreCount(LongAdder restored) implements StateRestoreListener {

        @Override
        public void onRestoreStart(TopicPartition partition, String store, long from, long to) {
            // What was restored is counted by batches.
        }

        @Override
        public void onBatchRestored(TopicPartition partition, String store, long offset, long records) {
            restored.add(records);
        }

        @Override
        public void onRestoreEnd(TopicPartition partition, String store, long records) {
            // The batches were counted.
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the topology worked.", interrupted);
        }
    }
}
