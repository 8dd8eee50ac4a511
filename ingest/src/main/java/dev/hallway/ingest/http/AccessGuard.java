// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.http;

import dev.hallway.ingest.webhook.WebhookSecrets;
import dev.hallway.service.http.ApiToken;
import dev.hallway.service.http.Loopback;
import dev.hallway.service.http.ServerStartException;
import io.javalin.http.Handler;

/** Decides who may ask for what. Deliveries are authenticated by their signature, not here. */
final class AccessGuard {

    private static final String HEALTH = "/health/";

    private AccessGuard() {}

    /** Refuses to listen beyond loopback when no webhooks are accepted. */
    static void check(IngestHttpSettings settings) {
        if (settings.secrets().isEmpty() && !Loopback.contains(settings.host())) {
            throw new ServerStartException(
                    "Listening on " + settings.host() + " would open this ingest beyond this machine for nothing: set "
                            + WebhookSecrets.VARIABLE + " to the webhook's secret, or listen on 127.0.0.1.",
                    null);
        }
    }

    static Handler headers() {
        return context -> context.header("Content-Security-Policy", "default-src 'none'");
    }

    /**
     * Status and meters name repositories: beyond loopback they are for those who know the token. Without one, only names
     * of loopback are answered: a page elsewhere could otherwise point its own name here and read them through its
     * visitor's browser.
     */
    static Handler callers(IngestHttpSettings settings) {
        boolean loopback = Loopback.contains(settings.host());
        return context -> {
            String path = context.path();
            if (path.equals(IngestServer.WEBHOOKS) || (path.startsWith(HEALTH) && !loopback)) {
                return;
            }
            if (settings.token().isPresent()) {
                if (!path.startsWith(HEALTH)) {
                    settings.token().get().require(context);
                }
            } else if (loopback) {
                Loopback.require(context);
            } else {
                throw ApiToken.refusal(
                        context,
                        "Beyond its own machine this ingest shows itself only to those who know a token: set "
                                + ApiToken.VARIABLE + " and start it again.");
            }
        };
    }
}
