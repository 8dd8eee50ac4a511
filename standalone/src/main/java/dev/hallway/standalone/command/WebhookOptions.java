// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import dev.hallway.ingest.http.IngestHttpSettings;
import dev.hallway.ingest.webhook.WebhookSecrets;
import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.standalone.failure.Failure;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Whether and where webhooks are received, with health, metrics and status of ingest; called --port by ingest alone.
 */
@SuppressWarnings("NullAway.Init") // picocli sets every option that has a default.
final class WebhookOptions {

    /** The default port for webhooks if there is a secret. */
    static final int USUAL_PORT = 8090;

    @Option(
            names = "--ingest-port",
            paramLabel = "PORT",
            defaultValue = "${env:HALLWAY_INGEST_PORT}",
            description = "Port for webhooks, and for health, metrics and status of ingest; 0 picks any free one"
                    + " (environment: HALLWAY_INGEST_PORT). Default: " + USUAL_PORT
                    + " if HALLWAY_WEBHOOK_SECRET is set, else none.")
    private @Nullable Integer port;

    @Option(
            names = "--ingest-listen",
            paramLabel = "ADDRESS",
            defaultValue = "${env:HALLWAY_INGEST_HOST:-127.0.0.1}",
            description = "Address for that port to listen on; beyond this machine only with a webhook secret in"
                    + " HALLWAY_WEBHOOK_SECRET (environment: HALLWAY_INGEST_HOST). Default: ${DEFAULT-VALUE}.")
    private String host;

    /** What to say of them when the demo runs, which nobody delivers to; empty if nobody asked for any. */
    Optional<String> ignoredByDemo(Map<String, String> environment) {
        return settings(environment)
                .map(wanted -> "The demo receives no webhooks: name a repository to have them received ("
                        + WebhookSecrets.VARIABLE + ", --ingest-port).");
    }

    /** How to serve them; empty if they are not wanted. */
    Optional<IngestHttpSettings> settings(Map<String, String> environment) {
        try {
            if (port != null) {
                return Optional.of(IngestHttpSettings.of(host, port, environment));
            }
            return Optional.of(IngestHttpSettings.of(host, USUAL_PORT, environment))
                    .filter(usual -> usual.secrets().isPresent());
        } catch (IllegalArgumentException wrong) {
            throw new Failure(HallwayExitCode.USAGE, String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
