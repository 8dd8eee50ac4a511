// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.command;

import dev.hallway.ingest.IngestSettings;
import dev.hallway.ingest.http.IngestHttpSettings;
import dev.hallway.ingest.publish.KafkaFactSink;
import dev.hallway.ingest.service.IngestService;
import dev.hallway.service.tracing.Tracing;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether and how ingest serves HTTP: webhooks, health, metrics, status. */
final class ServerOptions {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "${env:HALLWAY_INGEST_PORT}",
            description = "Port for webhooks, health, metrics and status; 0 picks a free one (environment:"
                    + " HALLWAY_INGEST_PORT; default: none, nothing is served).")
    private @Nullable Integer port;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            defaultValue = "${env:HALLWAY_INGEST_HOST:-127.0.0.1}",
            description = "Address to listen on; beyond this machine only with a webhook secret in"
                    + " HALLWAY_WEBHOOK_SECRET (environment: HALLWAY_INGEST_HOST; default: ${DEFAULT-VALUE}).")
    private String host = "";

    /** Starts serving if a port is given. */
    Optional<IngestService> start(IngestSettings settings, Tracing tracing) {
        return Optional.ofNullable(port)
                .map(chosen -> IngestHttpSettings.of(host, chosen, System.getenv()))
                .map(http -> {
                    Clock clock = Clock.systemUTC();
                    return new IngestService(
                            http,
                            new KafkaFactSink(settings.kafka(), settings.registry(), clock),
                            settings.repositories(),
                            settings.pollInterval(),
                            clock,
                            tracing);
                });
    }
}
