// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import dev.hallway.service.http.EventStream;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.Set;

/** Measures how long answers take, by route: of a path that is none of ours, nothing is kept. */
final class QueryTimes {

    private static final String NO_ROUTE = "none";
    private static final double MILLIS_A_SECOND = 1_000;

    private final Histogram times;
    private final Set<String> routes;

    /**
     * Times in a registry.
     *
     * @param routes the paths that are served, as templates
     */
    QueryTimes(PrometheusRegistry registry, Set<String> routes) {
        this.routes = Set.copyOf(routes);
        times = Histogram.builder()
                .name("hallway_query_duration_seconds")
                .help("How long answers to HTTP requests took, by route and by class of the status.")
                .unit(Unit.SECONDS)
                .labelNames("route", "status")
                .classicOnly()
                .classicUpperBounds(0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 10)
                .withoutExemplars()
                .register(registry);
    }

    /** Measures every request of the server, from its head to its answer; event streams last as long as anybody listens. */
    void addTo(Javalin server) {
        server.unsafeConfig().requestLogger.http((context, millis) -> {
            if (!EventStream.answered(context)) {
                times.labelValues(route(context), context.statusCode() / 100 + "xx")
                        .observe(millis / MILLIS_A_SECOND);
            }
        });
    }

    private String route(Context context) {
        String path = context.endpointHandlerPath();
        return routes.contains(path) ? path : NO_ROUTE;
    }
}
