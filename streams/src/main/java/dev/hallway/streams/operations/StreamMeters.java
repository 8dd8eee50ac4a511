// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.operations;

import dev.hallway.service.http.EventStream;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;

/** Who listens to the changes of figures, and what they are told. */
public final class StreamMeters {

    private StreamMeters() {}

    /**
     * Meters in a registry.
     *
     * @param events names of the events that are counted
     */
    public static void register(PrometheusRegistry registry, EventStream<?> stream, List<String> events) {
        GaugeWithCallback.builder()
                .name("hallway_change_streams")
                .help("Event streams of changes that are open.")
                .callback(callback -> callback.call(stream.readers()))
                .register(registry);
        CounterWithCallback.builder()
                .name("hallway_change_events")
                .help("Events that were sent on them, by name, to all of their readers together.")
                .labelNames("event")
                .callback(callback -> events.forEach(event -> callback.call((double) stream.sent(event), event)))
                .register(registry);
    }
}
