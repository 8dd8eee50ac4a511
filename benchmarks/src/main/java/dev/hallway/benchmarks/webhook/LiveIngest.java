// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.webhook;

import dev.hallway.ingest.IngestEnvironment;
import dev.hallway.ingest.IngestSettings;
import dev.hallway.ingest.Ingester;
import dev.hallway.ingest.ResilientIngest;
import dev.hallway.ingest.http.IngestHttpSettings;
import dev.hallway.ingest.publish.KafkaFactSink;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.ingest.service.IngestService;
import dev.hallway.ingest.webhook.WebhookSecrets;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ingest with webhooks as the command runs it, on a thread of its own. */
final class LiveIngest implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveIngest.class);

    private final IngestService service;
    private final CompletableFuture<CycleReport> firstCycle = new CompletableFuture<>();
    private final Thread thread;

    LiveIngest(IngestSettings settings, String secret) {
        Clock clock = Clock.systemUTC();
        service = new IngestService(
                new IngestHttpSettings("127.0.0.1", 0, Optional.of(WebhookSecrets.of(secret)), Optional.empty()),
                new KafkaFactSink(settings.kafka(), settings.registry(), clock),
                settings.repositories(),
                settings.pollInterval(),
                clock);
        thread = new Thread(() -> run(settings), "ingest");
        thread.start();
    }

    /** Where deliveries are received. */
    URI address() {
        return service.address();
    }

    /** Waits until every repository has been read once. */
    void awaitFirstCycle() throws InterruptedException {
        try {
            if (!firstCycle.get().complete()) {
                throw new IllegalStateException("The history could not be read to the end.");
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Ingest stopped; its error is above.", failed);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        service.close();
    }

    private void run(IngestSettings settings) {
        IngestListener listener = service.listener(new IngestListener() {
            @Override
            public void cycleFinished(CycleReport report) {
                firstCycle.complete(report);
            }
        });
        try {
            new ResilientIngest(
                            settings,
                            current -> Ingester.connect(current, listener),
                            IngestEnvironment.real().pause(),
                            listener)
                    .run(thread::isInterrupted, service::isDue);
        } catch (InterruptedException | InterruptException toldToStop) {
            LOG.debug("Ingest was asked to stop.");
        } catch (RuntimeException failed) {
            firstCycle.completeExceptionally(failed);
            throw failed;
        }
    }
}
