// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.caughtup;

import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.standalone.diagnosis.Trouble;
import dev.hallway.standalone.failure.Failure;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Waits until the metrics contain everything that is on the input topics now. */
public final class CaughtUp implements AutoCloseable {

    private static final long BETWEEN_LOOKS_MILLIS = 50;
    // Measuring has a cost, too: while much is left, it is measured less often.
    private static final long BETWEEN_LOOKS_FROM_FAR_MILLIS = 500;
    private static final long FAR = 1_000;

    private final Admin admin;
    private final Offsets offsets;
    private final VisibleRecords visible;
    private final LongSupplier unpublished;

    // Up to where a partition was found to hold no readable records; saves checking again in each measurement.
    private final Map<TopicPartition, Long> emptyUpTo = new HashMap<>();

    /**
     * Prepares to measure.
     *
     * @param clientConfig how to reach Kafka
     * @param application application id of the streams part
     * @param unpublished number of changed weeks that streams has not published yet
     */
    public CaughtUp(Map<String, Object> clientConfig, String application, LongSupplier unpublished) {
        this.admin = Admin.create(clientConfig);
        this.offsets = new Offsets(admin, application);
        this.visible = new VisibleRecords(clientConfig);
        this.unpublished = unpublished;
    }

    /**
     * Returns once two measurements in a row find nothing left to do and no progress.
     *
     * @param patience how long there may be no progress before this gives up
     * @param watcher called with every measurement
     * @throws Failure if there was no progress for that long although something is left to do
     */
    public void await(Duration patience, Consumer<StreamsProgress> watcher) {
        StreamsProgress earlier = measure();
        long lastMove = System.nanoTime();
        while (true) {
            watcher.accept(earlier);
            pause(earlier.lag() > FAR ? BETWEEN_LOOKS_FROM_FAR_MILLIS : BETWEEN_LOOKS_MILLIS);
            StreamsProgress now = measure();
            if (now.settledSince(earlier)) {
                watcher.accept(now);
                return;
            }
            if (!now.equals(earlier)) {
                lastMove = System.nanoTime();
            } else if (System.nanoTime() - lastMove > patience.toNanos()) {
                throw stuck(now, patience);
            }
            earlier = now;
        }
    }

    /** Measures once. */
    public StreamsProgress measure() {
        Set<TopicPartition> partitions = offsets.partitions();
        Map<TopicPartition, Long> committed = offsets.committed();
        Map<TopicPartition, Long> stable = offsets.ends(partitions, IsolationLevel.READ_COMMITTED);
        Map<TopicPartition, Long> ends = offsets.ends(partitions, IsolationLevel.READ_UNCOMMITTED);
        refuseMissingRecords(committed, ends);
        long open = ends.entrySet().stream()
                .filter(end -> !Objects.equals(end.getValue(), stable.get(end.getKey())))
                .count();
        long lag = ends.entrySet().stream()
                .filter(end -> offsets.isRead(end.getKey()))
                .mapToLong(end -> lag(end.getKey(), committed.getOrDefault(end.getKey(), 0L), end.getValue()))
                .sum();
        return new StreamsProgress(lag, open, unpublished.getAsLong(), ends);
    }

    @Override
    public void close() {
        visible.close();
        admin.close(Duration.ofSeconds(5));
    }

    private long lag(TopicPartition partition, long committed, long end) {
        long from = Math.max(committed, emptyUpTo.getOrDefault(partition, 0L));
        if (from >= end) {
            return 0;
        }
        if (visible.existBetween(partition, from, end)) {
            return end - from;
        }
        emptyUpTo.put(partition, end);
        return 0;
    }

    private static void refuseMissingRecords(Map<TopicPartition, Long> committed, Map<TopicPartition, Long> ends) {
        committed.forEach((partition, read) -> {
            long end = ends.getOrDefault(partition, read);
            if (end < read) {
                throw new Failure(
                        HallwayExitCode.DATA_DIRECTORY,
                        Trouble.missingRecords("Kafka", partition.toString(), end, read)
                                .sentence());
            }
        });
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure(
                    HallwayExitCode.FAILED, "Interrupted while waiting for the metrics to catch up.", interrupted);
        }
    }

    private static Failure stuck(StreamsProgress progress, Duration patience) {
        return new Failure(
                HallwayExitCode.TIMED_OUT,
                "The metrics have not moved for " + patience.toSeconds() + " seconds with " + progress.lag()
                        + " records to read, " + progress.openTransactions() + " partitions uncommitted and "
                        + progress.unpublished()
                        + " weeks unpublished: see the log, and run the command again to continue.");
    }
}
