// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone;

import dev.hallway.contract.KafkaRefusal;
import dev.hallway.ingest.IngestSettings;
import dev.hallway.ingest.Ingester;
import dev.hallway.ingest.http.IngestHttpSettings;
import dev.hallway.ingest.publish.KafkaFactSink;
import dev.hallway.ingest.publish.SupersededException;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.ingest.report.LatestOutcomes;
import dev.hallway.ingest.report.RepositoryOutcome;
import dev.hallway.ingest.report.SerializedListeners;
import dev.hallway.ingest.service.IngestService;
import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.service.tracing.Tracing;
import dev.hallway.standalone.failure.Failure;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ingest part inside this process: works on the calling thread, and stops when closed from another. */
final class RunningIngest implements Parts.Ingest {

    private static final Logger LOG = LoggerFactory.getLogger(RunningIngest.class);
    private static final long SECONDS_TO_STOP = 10;

    private final Ingester ingester;
    private final Optional<IngestService> service;
    private final LatestOutcomes latest;
    private final Tracing tracing;
    // Held while the ingester works, so that it is not closed meanwhile.
    private final ReentrantLock working = new ReentrantLock();
    private volatile boolean closing;
    private volatile @Nullable Thread worker;

    private RunningIngest(Ingester ingester, Optional<IngestService> service, LatestOutcomes latest, Tracing tracing) {
        this.ingester = ingester;
        this.tracing = tracing;
        this.service = service;
        this.latest = latest;
    }

    /**
     * Connects to Kafka, and serves webhooks if they are enabled.
     *
     * @param tracing closed with this, or if this fails
     * @throws KafkaException if Kafka cannot be reached or refuses
     * @throws dev.hallway.service.http.ServerStartException if it cannot listen where webhooks are wanted
     */
    static RunningIngest connect(
            IngestSettings settings, Optional<IngestHttpSettings> webhooks, IngestListener progress, Tracing tracing)
            throws InterruptedException {
        Optional<IngestService> service = Optional.empty();
        try {
            service = webhooks.map(how -> serve(settings, how, tracing));
            LatestOutcomes latest = new LatestOutcomes(settings.repositories());
            IngestListener both = SerializedListeners.of(progress, latest);
            IngestListener listener =
                    service.map(serving -> serving.listener(both)).orElse(both);
            return new RunningIngest(Ingester.connect(settings, listener, tracing), service, latest, tracing);
        } catch (RuntimeException | InterruptedException failed) {
            service.ifPresent(IngestService::close);
            tracing.close();
            throw failed;
        }
    }

    @Override
    public Optional<URI> webhooks() {
        return service.map(IngestService::address);
    }

    @Override
    public Reading runCycle() {
        return reading(work(ingester::runCycle).outcomes());
    }

    @Override
    public void runUntilClosed(Consumer<Reading> allRead) {
        AtomicBoolean told = new AtomicBoolean();
        work(() -> {
            ingester.run(
                    () -> closing,
                    repository ->
                            service.map(serving -> serving.isDue(repository)).orElse(true),
                    () -> {
                        if (latest.areOfAll() && told.compareAndSet(false, true)) {
                            allRead.accept(reading(latest.outcomes()));
                        }
                    });
            return closing;
        });
    }

    @Override
    public void close() {
        closing = true;
        service.ifPresent(IngestService::close);
        Thread busy = worker;
        if (busy != null && busy != Thread.currentThread()) {
            busy.interrupt();
        }
        try {
            if (!working.tryLock(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                LOG.warn("Ingest did not stop within {} seconds; the current page is read again.", SECONDS_TO_STOP);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        ingester.close();
        tracing.close();
    }

    private Reading reading(List<RepositoryOutcome> outcomes) {
        return new Reading(
                outcomes.stream()
                        .map(outcome -> ingester.canonicalName(outcome.requestedName()))
                        .distinct()
                        .toList(),
                outcomes.stream()
                        .filter(outcome -> !(outcome instanceof RepositoryOutcome.UpToDate))
                        .map(RepositoryOutcome::line)
                        .toList());
    }

    private static IngestService serve(IngestSettings settings, IngestHttpSettings how, Tracing tracing) {
        Clock clock = Clock.systemUTC();
        return new IngestService(
                how,
                new KafkaFactSink(settings.kafka(), settings.registry(), clock),
                settings.repositories(),
                settings.pollInterval(),
                clock,
                tracing);
    }

    private <T> T work(Work<T> work) {
        working.lock();
        worker = Thread.currentThread();
        try {
            return work.run();
        } catch (InterruptedException | InterruptException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure(HallwayExitCode.FAILED, "Interrupted while reading from GitHub.", interrupted);
        } catch (SupersededException superseded) {
            throw new Failure(HallwayExitCode.SUPERSEDED, String.valueOf(superseded.getMessage()), superseded);
        } catch (KafkaException failed) {
            throw new Failure(HallwayExitCode.KAFKA, KafkaRefusal.line(failed), failed);
        } finally {
            worker = null;
            working.unlock();
        }
    }

    private interface Work<T> {
        T run() throws InterruptedException;
    }
}
