// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.operations;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Locale;
import java.util.Map;

/** Counts what is set aside, by reason. Safe for several threads. */
public final class DeadLetterMeter {

    /** Under this name, the configuration leads Kafka's handlers, which Kafka Streams makes itself, to the meter. */
    public static final String CONFIG = "hallway.dead.letter.meter";

    /** Why a record is set aside. */
    public enum Reason {
        /** No serde reads it. */
        UNREADABLE,
        /** It cannot be a fact. */
        INVALID,
        /** It lies in another partition than its repository's. */
        MISPLACED
    }

    private final Counter letters;

    /** A meter in a registry. */
    public DeadLetterMeter(PrometheusRegistry registry) {
        letters = Counter.builder()
                .name("hallway_dead_letters")
                .help("Records that were set aside in hallway.dead-letters, by reason.")
                .labelNames("reason")
                .withoutExemplars()
                .register(registry);
        // A rise can only be seen from something.
        for (Reason reason : Reason.values()) {
            letters.initLabelValues(label(reason));
        }
    }

    /** A meter that nobody reads. */
    public static DeadLetterMeter unread() {
        return new DeadLetterMeter(new PrometheusRegistry());
    }

    /** The meter that a configuration names; one that nobody reads if it names none. */
    public static DeadLetterMeter of(Map<String, ?> configs) {
        return configs.get(CONFIG) instanceof DeadLetterMeter named ? named : unread();
    }

    /** A record was set aside. */
    public void setAside(Reason reason) {
        letters.labelValues(label(reason)).inc();
    }

    private static String label(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
