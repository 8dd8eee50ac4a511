// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.http;

import dev.hallway.ingest.operations.StatusBoard;
import dev.hallway.ingest.polling.PollSchedule;
import dev.hallway.ingest.tracing.DeliveryTraces;
import dev.hallway.ingest.webhook.DeliveryListener;
import dev.hallway.ingest.webhook.DeliveryReceiver;
import dev.hallway.service.http.HttpServer;
import dev.hallway.service.http.Problems;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.BooleanSupplier;

/** What ingest serves, path by path. */
public final class IngestServer {

    static final String WEBHOOKS = "/webhooks/github";
    static final String STATUS = "/api/v1/status";

    private IngestServer() {}

    /**
     * Starts listening; throws {@link dev.hallway.service.http.ServerStartException} with one line for the user if it
     * cannot.
     *
     * @param listener notified of deliveries that do not reach the receiver
     * @param traces trace the others
     * @param prepared whether the next delivery finds everything it needs
     */
    public static HttpServer start(
            IngestHttpSettings settings,
            DeliveryReceiver receiver,
            DeliveryListener listener,
            DeliveryTraces traces,
            StatusBoard board,
            BooleanSupplier prepared,
            PollSchedule schedule,
            PrometheusMeterRegistry meters) {
        AccessGuard.check(settings);
        IngestOperationsResource operations = new IngestOperationsResource(board, prepared, schedule, meters);
        return HttpServer.start(settings.host(), settings.port(), new Wording(), (server, workers, bodies) -> {
            WebhookResource webhooks = new WebhookResource(settings.secrets(), receiver, listener, traces, bodies);
            server.before(AccessGuard.headers());
            server.before(AccessGuard.callers(settings));
            server.post(WEBHOOKS, webhooks::deliver);
            server.get(STATUS, workers.answering(operations::status));
            server.get("/health/live", operations::live);
            server.get("/health/ready", operations::ready);
            server.get("/metrics", workers.answering(operations::metrics));
        });
    }

    private record Wording() implements Problems.Wording {

        @Override
        public String nothingAt(String path) {
            return "There is nothing at " + path + "; there are " + WEBHOOKS + ", " + STATUS
                    + ", /health/live, /health/ready and /metrics.";
        }

        @Override
        public String impossible(String method) {
            return method + " is not possible here; use POST for " + WEBHOOKS + " and GET for everything else.";
        }
    }
}
