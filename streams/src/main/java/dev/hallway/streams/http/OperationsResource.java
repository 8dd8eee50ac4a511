// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import dev.hallway.service.http.Problem;
import dev.hallway.streams.json.Json;
import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;

/** What operators and their machines ask. */
final class OperationsResource {

    private final Readiness readiness;
    private final PrometheusMeterRegistry meters;

    OperationsResource(Readiness readiness, PrometheusMeterRegistry meters) {
        this.readiness = readiness;
        this.meters = meters;
    }

    /** The process answers. */
    void live(Context context) {
        context.contentType("application/json").result(Json.bytes(Map.of("status", "live")));
    }

    /** Queries are answered; state and lag are told either way. */
    void ready(Context context) {
        Readiness.Report report = readiness.report();
        if (!report.running()) {
            context.status(503).header("Retry-After", Integer.toString(Problem.RETRY_SECONDS));
        }
        context.contentType("application/json").result(Json.bytes(report));
    }

    void metrics(Context context) {
        context.contentType("text/plain; version=0.0.4; charset=utf-8").result(meters.scrape());
    }
}
