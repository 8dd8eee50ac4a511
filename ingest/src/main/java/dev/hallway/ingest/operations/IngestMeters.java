// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.operations;

import dev.hallway.github.IngestStream;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.ingest.webhook.DeliveryListener;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what ingest does. Safe for several threads. */
public final class IngestMeters implements IngestListener, DeliveryListener {

    private static final String REPOSITORY = "repository";
    private static final String ENDPOINT = "endpoint";
    private static final int NOT_MODIFIED = 304;

    private final MeterRegistry meters;
    private final AtomicLong quotaLeft = new AtomicLong();

    /** Meters in the given registry. */
    public IngestMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Measures how far each repository is behind, and its gaps. */
    public void watch(StatusBoard board) {
        for (String name : board.requestedNames()) {
            Gauge.builder("hallway.ingest.lag", board, all -> all.lagSeconds(name))
                    .description("Time since the last moment up to which everything of the repository had been read.")
                    .baseUnit("seconds")
                    .tag(REPOSITORY, name)
                    .register(meters);
            Gauge.builder("hallway.ingest.gaps", board, all -> all.gaps(name))
                    .description("What is known to be missing of the repository.")
                    .tag(REPOSITORY, name)
                    .register(meters);
        }
    }

    @Override
    public void answered(int status, OptionalLong left) {
        left.ifPresent(requests -> {
            quotaLeft.set(requests);
            Gauge.builder("hallway.ingest.github.quota.left", quotaLeft, AtomicLong::get)
                    .description("Requests left in the current hour, as GitHub last reported.")
                    .register(meters);
        });
    }

    @Override
    public void answeredAt(String endpoint, int status) {
        meters.counter("hallway.ingest.github.requests", ENDPOINT, endpoint, "status", Integer.toString(status))
                .increment();
        if (status == NOT_MODIFIED) {
            meters.counter("hallway.ingest.github.conditional.hits", ENDPOINT, endpoint)
                    .increment();
        }
    }

    @Override
    public void retrying(String endpoint) {
        meters.counter("hallway.ingest.github.retries", ENDPOINT, endpoint).increment();
    }

    @Override
    public void waiting(Duration duration, String reason) {
        meters.timer("hallway.ingest.github.waits").record(duration);
    }

    @Override
    public void pageCommitted(String repository, IngestStream stream, int records) {
        meters.counter("hallway.ingest.records", "stream", stream.name().toLowerCase(Locale.ROOT))
                .increment(records);
    }

    @Override
    public void answered(String event, String outcome) {
        meters.counter("hallway.ingest.webhook.deliveries", "event", event, "outcome", outcome)
                .increment();
    }
}
