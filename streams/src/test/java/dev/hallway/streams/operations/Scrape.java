// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.operations;

import io.micrometer.core.instrument.Clock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;
import java.util.TreeMap;

/** What Prometheus reads from a registry. */
public final class Scrape {

    private Scrape() {}

    /** The text as it is served. */
    public static String text(PrometheusRegistry registry) {
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, registry, Clock.SYSTEM).scrape();
    }

    /** Every sample, by its name and labels as they are written. */
    public static Map<String, Double> samples(PrometheusRegistry registry) {
        return samples(text(registry));
    }

    /** Every sample of a text. */
    public static Map<String, Double> samples(String text) {
        Map<String, Double> samples = new TreeMap<>();
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int value = line.lastIndexOf(' ');
            samples.put(line.substring(0, value), Double.valueOf(line.substring(value + 1)));
        });
        return samples;
    }
}
