// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.service;

import dev.hallway.ingest.http.IngestHttpSettings;
import dev.hallway.ingest.http.IngestServer;
import dev.hallway.ingest.operations.IngestMeters;
import dev.hallway.ingest.operations.StatusBoard;
import dev.hallway.ingest.polling.PollSchedule;
import dev.hallway.ingest.publish.FactSink;
import dev.hallway.ingest.publish.SavedState;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.ingest.report.SerializedListeners;
import dev.hallway.ingest.tracing.DeliveryTraces;
import dev.hallway.ingest.tracing.TracedFactSink;
import dev.hallway.ingest.webhook.Content;
import dev.hallway.ingest.webhook.DeliveryListener;
import dev.hallway.ingest.webhook.DeliveryReceiver;
import dev.hallway.ingest.webhook.Rehearsal;
import dev.hallway.service.http.HttpServer;
import dev.hallway.service.tracing.Tracing;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Everything that ingest serves over HTTP: deliveries, health, meters, status. Safe for several threads. */
public final class IngestService implements AutoCloseable {

    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final IngestMeters counts = new IngestMeters(meters);
    private final FactSink sink;
    private final StatusBoard board;
    private final PollSchedule schedule;
    private final Preparation preparation;
    private final DeliveryReceiver receiver;
    private final HttpServer server;

    /**
     * Starts listening; throws {@link dev.hallway.service.http.ServerStartException} with one line for the user if it
     * cannot.
     *
     * @param sink where delivered facts are written; closed with this
     * @param repositories the names they were requested by
     * @param pollInterval time between two polls while webhooks do not make it longer
     */
    public IngestService(
            IngestHttpSettings settings, FactSink sink, List<String> repositories, Duration pollInterval, Clock clock) {
        this(settings, sink, repositories, pollInterval, clock, Tracing.off());
    }

    /**
     * The same, traced.
     *
     * @param tracing closed by whoever has made it, after this
     */
    public IngestService(
            IngestHttpSettings settings,
            FactSink sink,
            List<String> repositories,
            Duration pollInterval,
            Clock clock,
            Tracing tracing) {
        this.sink = sink;
        this.board = new StatusBoard(clock, repositories);
        this.schedule = new PollSchedule(clock, pollInterval);
        this.preparation = new Preparation(settings.secrets().map(secrets -> new Rehearsal(secrets, sink)));
        counts.watch(board);
        this.receiver = new DeliveryReceiver(board, TracedFactSink.around(sink, tracing), new Both(counts, schedule));
        try {
            this.server = IngestServer.start(
                    settings,
                    receiver,
                    counts,
                    new DeliveryTraces(tracing),
                    board,
                    preparation::done,
                    schedule,
                    meters);
        } catch (RuntimeException failed) {
            sink.close();
            throw failed;
        }
    }

    /** Where it listens. */
    public URI address() {
        return server.address();
    }

    /** The given listener combined with everything here that follows the polling loop. */
    public IngestListener listener(IngestListener first) {
        return SerializedListeners.of(first, counts, board, preparation, schedule, new Restored(receiver));
    }

    /** Whether a repository is to be polled now. */
    public boolean isDue(String requestedName) {
        return schedule.isDue(requestedName);
    }

    /** Stops listening, then writing. */
    @Override
    public void close() {
        server.close();
        sink.close();
        meters.close();
    }

    /** Tells the receiver of deliveries who was forgotten. */
    private record Restored(DeliveryReceiver receiver) implements IngestListener {

        @Override
        public void restored(SavedState saved) {
            receiver.withhold(saved.forgotten());
        }
    }

    /** Notifies meters and polling. */
    private record Both(IngestMeters counts, PollSchedule schedule) implements DeliveryListener {

        @Override
        public void answered(String event, String outcome) {
            counts.answered(event, outcome);
        }

        @Override
        public void recorded(Content.Fact fact) {
            schedule.recorded(fact);
        }

        @Override
        public void repositoryChanged(String repository) {
            schedule.repositoryChanged(repository);
        }
    }
}
