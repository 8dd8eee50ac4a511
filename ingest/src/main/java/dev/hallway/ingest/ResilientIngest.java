// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import dev.hallway.contract.KafkaRefusal;
import dev.hallway.ingest.cursor.Start;
import dev.hallway.ingest.github.Pause;
import dev.hallway.ingest.publish.Outage;
import dev.hallway.ingest.report.IngestListener;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.kafka.common.KafkaException;

/**
 * Keeps repositories up to date through times without Kafka or the schema registry.
 *
 * <p>After each such time it reconnects and continues after the last committed page. Refusals are thrown: waiting does
 * not end them.
 */
public final class ResilientIngest {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Connector connector;
    private final Pause pause;
    private final IngestListener listener;
    // One successful cycle of one lane ends the row of failures.
    private final AtomicInteger failures = new AtomicInteger();
    private IngestSettings settings;

    /** Makes an ingester. */
    @FunctionalInterface
    public interface Connector {
        /** Connects; throws {@link KafkaException} if Kafka or the schema registry cannot be used. */
        Ingester connect(IngestSettings settings) throws InterruptedException;
    }

    /** An ingest that is not connected yet. */
    public ResilientIngest(IngestSettings settings, Connector connector, Pause pause, IngestListener listener) {
        this.settings = settings;
        this.connector = connector;
        this.pause = pause;
        this.listener = listener;
    }

    /**
     * Runs cycle after cycle until asked to stop or interrupted.
     *
     * @throws KafkaException if Kafka or the schema registry refuses
     */
    public void run(BooleanSupplier stop) throws InterruptedException {
        run(stop, repository -> true);
    }

    /** The same, leaving out of a cycle the repositories that are not due yet. */
    public void run(BooleanSupplier stop, Predicate<String> isDue) throws InterruptedException {
        while (!stop.getAsBoolean()) {
            try (Ingester ingester = connector.connect(settings)) {
                Start start = settings.start();
                settings = settings.startingAt(start.again());
                ingester.run(stop, isDue, () -> failures.set(0));
            } catch (KafkaException failed) {
                if (!Outage.mayPass(failed)) {
                    throw failed;
                }
                Duration wait = wait(failures.getAndIncrement());
                listener.waiting(wait, KafkaRefusal.line(failed));
                pause.pause(wait);
            }
        }
    }

    private static Duration wait(int failuresBefore) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(failuresBefore, 10));
        return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    }
}
