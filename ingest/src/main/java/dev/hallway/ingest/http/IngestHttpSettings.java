// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.http;

import dev.hallway.ingest.webhook.WebhookSecrets;
import dev.hallway.service.http.ApiToken;
import java.util.Map;
import java.util.Optional;

/**
 * How the server listens.
 *
 * @param host name or address to listen on
 * @param port port; 0 takes a free one
 * @param secrets what GitHub signs deliveries with; none are taken without
 * @param token what callers must know who ask for status and meters; without one only loopback is told
 */
public record IngestHttpSettings(String host, int port, Optional<WebhookSecrets> secrets, Optional<ApiToken> token) {

    /**
     * With the secrets and the token that the environment holds.
     *
     * @throws IllegalArgumentException if one of them is no secret; the message says which
     */
    public static IngestHttpSettings of(String host, int port, Map<String, String> environment) {
        return new IngestHttpSettings(
                host,
                port,
                variable(environment, WebhookSecrets.VARIABLE).map(WebhookSecrets::of),
                variable(environment, ApiToken.VARIABLE).map(ApiToken::new));
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
