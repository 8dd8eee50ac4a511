// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.http;

import dev.hallway.ingest.webhook.WebhookSecrets;
import java.util.Optional;

/**
 * How the server listens.
 *
 * @param host name or address to listen on
 * @param port port; 0 takes a free one
 * @param secrets what GitHub signs deliveries with; none are taken without
 * @param token what callers must know who ask for status and meters; without one only loopback is told
 */
public record HttpSettings(String host, int port, Optional<WebhookSecrets> secrets, Optional<ApiToken> token) {}
