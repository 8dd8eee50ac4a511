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
 * @param port port; 0 picks a free one
 * @param secrets what GitHub signs deliveries with; without it none are accepted
 * @param token what callers of status and meters must present; without one only loopback is served
 */
public record IngestHttpSettings(String host, int port, Optional<WebhookSecrets> secrets, Optional<ApiToken> token) {

    /**
     * With the secrets and the token from the environment.
     *
     * @throws IllegalArgumentException if one of them is not usable as a secret; the message says which
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
