// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.runtime;

import dev.hallway.service.tracing.Tracing;
import dev.hallway.streams.digest.DigestModel;
import dev.hallway.streams.digest.DigestRecord;
import dev.hallway.streams.failure.UnreadableStores;
import dev.hallway.streams.operations.TaskMeters;
import dev.hallway.streams.people.PeopleInForce;
import dev.hallway.streams.processor.TaskSettings;
import dev.hallway.streams.publication.Activity;
import dev.hallway.streams.publication.DigestPrinter;
import dev.hallway.streams.topology.HallwayTopology;
import dev.hallway.streams.tracing.Traces;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topology under its policy, with what its tasks share; started once. */
public final class Application implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Application.class);
    private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(20);

    private final ExecutorService printing = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "print-digests");
        thread.setDaemon(true);
        return thread;
    });
    private final TaskSettings settings;
    private final KafkaStreams streams;

    /**
     * Prepares to run without tracing.
     *
     * @param partitions number of partitions of every input topic
     * @param meters count what its tasks do
     */
    public Application(StreamsSettings where, StreamsConfig config, int partitions, TaskMeters meters) {
        this(where, config, partitions, meters, Tracing.off());
    }

    /**
     * Prepares to run.
     *
     * @param partitions number of partitions of every input topic
     * @param meters count what its tasks do
     * @param tracing traces what they do
     */
    public Application(
            StreamsSettings where, StreamsConfig config, int partitions, TaskMeters meters, Tracing tracing) {
        DigestPrinter printer = new DigestPrinter(
                printing, (reader, repository, week) -> DigestRecord.of(DigestModel.of(reader, repository, week)));
        settings = new TaskSettings(
                partitions,
                new PeopleInForce(),
                printer,
                new Activity(),
                new UnreadableStores(),
                meters,
                new Traces(tracing));
        streams = new KafkaStreams(new HallwayTopology(where.registry(), config, settings).build(), config);
    }

    /** Kafka Streams itself. */
    public KafkaStreams streams() {
        return streams;
    }

    /** What its tasks share. */
    TaskSettings settings() {
        return settings;
    }

    /**
     * Number of changes whose figures are still to be sent to the metric topics, and of tasks that have not committed what
     * they sent; 1 while nobody can tell.
     */
    public long unpublished() {
        return streams.state() == KafkaStreams.State.RUNNING
                ? settings.activity().unsettled()
                : 1;
    }

    @Override
    public void close() {
        // Another instance, or the next start, need not wait until this one is missed.
        CloseOptions leaving = CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(TIME_TO_CLOSE);
        if (!streams.close(leaving)) {
            LOG.warn("The topology did not stop within {}; what it had not committed is done again.", TIME_TO_CLOSE);
        }
        printing.shutdownNow();
    }
}
