// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone;

import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.standalone.caughtup.CaughtUp;
import dev.hallway.standalone.failure.Failure;
import dev.hallway.streams.peoplefile.CheckedPeople;
import dev.hallway.streams.peoplewatch.PeoplePublisher;
import dev.hallway.streams.peoplewatch.PeopleWatch;
import dev.hallway.streams.runtime.RuntimePolicy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running Hallway with everything it needs inside this process. */
public final class Hallway implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Hallway.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Watcher watcher;
    private final Cluster cluster;
    private final Optional<CheckedPeople> people;
    private final Parts.Streams streams;
    private final Parts.Ingest ingest;

    private Hallway(HallwaySettings settings, Parts parts, Watcher watcher) {
        this.watcher = watcher;
        try {
            watcher.stage("Starting Kafka and the schema registry");
            cluster = opened(EmbeddedCluster.start(settings)).cluster();
            people = settings.people();
            publishPeople();
            watcher.stage("Starting the metrics");
            streams = opened(parts.startStreams(cluster, settings));
            ingest = opened(parts.startIngest(cluster, settings, watcher));
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /** Starts broker, registry, topics, streams and ingest, in this order; nothing is left running if one fails. */
    public static Hallway start(HallwaySettings settings, Parts parts, Watcher watcher) {
        return new Hallway(settings, parts, watcher);
    }

    /** Where queries are answered. */
    public URI address() {
        return streams.address();
    }

    /** Where webhooks are received, if they are enabled. */
    public Optional<URI> webhooks() {
        return ingest.webhooks();
    }

    /** The Kafka and the registry inside, for any client on this machine. */
    public Cluster cluster() {
        return cluster;
    }

    /** Reads what is new at GitHub, and returns once the metrics contain what could be read. */
    public Reading bringUpToDate() {
        Reading reading = ingest.runCycle();
        computeMetrics();
        return reading;
    }

    /**
     * Reads until this is closed; a repository that takes long does not hold up complete ones or those of other lanes. What
     * the file of people says anew is in force at once.
     *
     * @param whenUpToDate receives the result, once, when the turn of all has come and the metrics contain what could be
     *     read
     * @throws Failure if the metrics fail: nobody would notice that they stand still
     */
    public void keepUpToDate(Consumer<Reading> whenUpToDate) {
        ReadingThread reader = new ReadingThread(Thread.currentThread());
        streams.whenFailed(reader::interrupt);
        Optional<PeopleWatch> watch = people.map(publisher()::watch);
        try {
            ingest.runUntilClosed(reading -> {
                computeMetrics();
                whenUpToDate.accept(reading);
            });
        } catch (Failure failure) {
            reader.end();
            boolean interrupted = Thread.interrupted();
            // Throws why, if it was the metrics.
            streams.unpublished();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            throw failure;
        } finally {
            reader.end();
            watch.ifPresent(PeopleWatch::close);
        }
    }

    private void publishPeople() {
        try {
            people.ifPresent(publisher()::publish);
        } catch (KafkaException refused) {
            throw new Failure(
                    HallwayExitCode.KAFKA,
                    "The embedded Kafka does not take the registry of people: " + refused.getMessage(),
                    refused);
        }
    }

    private PeoplePublisher publisher() {
        return new PeoplePublisher(cluster.kafka(), cluster.registry());
    }

    private void computeMetrics() {
        watcher.stage("Computing the metrics");
        try (CaughtUp caughtUp = new CaughtUp(cluster.kafka(), RuntimePolicy.APPLICATION_ID, streams::unpublished)) {
            caughtUp.await(PATIENCE, new Countdown(watcher)::look);
        }
    }

    /** Stops everything in reverse order, with a time limit for each part. */
    @Override
    public synchronized void close() {
        while (!started.isEmpty()) {
            AutoCloseable part = started.pop();
            try {
                part.close();
            } catch (Exception failure) { // The signature of close() allows any; the others are still to stop.
                LOG.warn("{} did not stop cleanly.", part.getClass().getSimpleName(), failure);
            }
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        started.push(part);
        return part;
    }

    /** A thread that may be interrupted as long as it reads, and not when it has gone on to something else. */
    private static final class ReadingThread {

        private final Thread thread;
        private boolean reads = true;

        ReadingThread(Thread thread) {
            this.thread = thread;
        }

        synchronized void interrupt() {
            if (reads) {
                thread.interrupt();
            }
        }

        synchronized void end() {
            reads = false;
        }
    }
}
