// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect.lane;

import dev.hallway.contract.InputPartitions;
import dev.hallway.ingest.IngestEnvironment;
import dev.hallway.ingest.IngestSettings;
import dev.hallway.ingest.Ingester;
import dev.hallway.ingest.report.LatestOutcomes;
import dev.hallway.ingest.report.SerializedListeners;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the repositories of one task, again and again, on a thread of its own. */
public final class LaneIngest implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LaneIngest.class);
    private static final Duration TO_STOP = Duration.ofSeconds(5);
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofSeconds(5);

    private final HandOver handOver = new HandOver();
    private final IngestSettings settings;
    private final OffsetStorageReader offsets;
    private final PartitionLookup lookup;
    private final ForgottenLookup forgotten;
    private final IngestEnvironment environment;
    private final Thread thread;
    private volatile @Nullable Throwable failure;

    private LaneIngest(
            IngestSettings settings,
            OffsetStorageReader offsets,
            PartitionLookup lookup,
            ForgottenLookup forgotten,
            IngestEnvironment environment) {
        this.settings = settings;
        this.offsets = offsets;
        this.lookup = lookup;
        this.forgotten = forgotten;
        this.environment = environment;
        this.thread = new Thread(this::run, "ingest-" + settings.repositories().get(0));
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((dead, cause) -> failure = cause);
    }

    /** Starts reading where the stored offsets say. */
    public static LaneIngest start(
            IngestSettings settings,
            OffsetStorageReader offsets,
            PartitionLookup lookup,
            ForgottenLookup forgotten,
            IngestEnvironment environment) {
        LaneIngest ingest = new LaneIngest(settings, offsets, lookup, forgotten, environment);
        ingest.thread.start();
        return ingest;
    }

    /**
     * The next page, if it comes in time; asking for it means that the worker is done with the previous page.
     *
     * @throws ConnectException if the reading has ended; its message is a sentence for people
     */
    public Optional<List<SourceRecord>> next(Duration patience) throws InterruptedException {
        Optional<List<SourceRecord>> page = handOver.take(patience);
        Throwable cause = failure;
        if (page.isEmpty() && cause != null) {
            throw cause instanceof ConnectException told
                    ? told
                    : new ConnectException(
                            "Ingest of " + String.join(", ", settings.repositories()) + " failed: " + cause, cause);
        }
        return page;
    }

    /** Ends the reading; a page that was not polled is dropped, and read again by the next task. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(TO_STOP.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.info("{} is still waiting for an answer from GitHub, and ends after it.", thread.getName());
        }
    }

    private void run() {
        try {
            int partitions = awaitPartitions();
            while (true) {
                readWhileTheRegistryAnswers(partitions);
                environment.pause().pause(BEFORE_ASKING_AGAIN);
            }
        } catch (InterruptedException | InterruptException stopped) {
            LOG.debug("{} was asked to stop.", thread.getName());
        }
    }

    /**
     * How many partitions the topics have; waits for a Kafka that cannot be reached, and for topics that have just been
     * created.
     */
    private int awaitPartitions() throws InterruptedException {
        while (true) {
            OptionalInt partitions = partitions();
            if (partitions.isPresent()) {
                return partitions.getAsInt();
            }
            environment.pause().pause(BEFORE_ASKING_AGAIN);
        }
    }

    private OptionalInt partitions() throws InterruptedException {
        InputPartitions.Found found;
        try {
            found = lookup.look(settings.kafka());
        } catch (RetriableException away) {
            LOG.warn("Kafka does not say how its topics are partitioned ({}); asking again.", away.getMessage());
            return OptionalInt.empty();
        }
        if (found instanceof InputPartitions.Agreed agreed) {
            return OptionalInt.of(agreed.partitions());
        }
        if (found instanceof InputPartitions.Disagreed disagreed) {
            throw new ConnectException(disagreed.sentence());
        }
        LOG.warn("{} Looking again.", ((InputPartitions.Missing) found).sentence());
        return OptionalInt.empty();
    }

    /** Returns when the registry cannot be reached; any other failure is thrown. */
    private void readWhileTheRegistryAnswers(int partitions) throws InterruptedException {
        try {
            read(partitions);
        } catch (KafkaException unwritable) {
            if (!UnreachableRegistry.caused(unwritable)) {
                throw unwritable;
            }
            LOG.warn(
                    "The schema registry at {} does not answer; trying again.",
                    settings.registry().url());
        }
    }

    private void read(int partitions) throws InterruptedException {
        HandOverSink sink = new HandOverSink(handOver, settings, offsets, forgotten, partitions, environment.clock());
        LatestOutcomes latest = new LatestOutcomes(settings.repositories());
        try (Ingester ingester =
                new Ingester(settings, sink, environment, SerializedListeners.of(new LaneLog(), latest))) {
            ingester.run(() -> false, repository -> true, () -> giveUpIfHopeless(latest));
        }
    }

    private static void giveUpIfHopeless(LatestOutcomes latest) {
        PermanentFailure.because(latest).ifPresent(why -> {
            throw new ConnectException(why);
        });
    }
}
