// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.http;

import dev.hallway.ingest.webhook.WebhookSecrets;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Decides who may ask for what. Deliveries prove themselves by their signature and are not its business. */
final class Guard {

    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String HEALTH = "/health/";

    private Guard() {}

    /** Refuses to listen beyond loopback when there is nothing that GitHub could deliver. */
    static void check(HttpSettings settings) {
        if (settings.secrets().isEmpty() && !isLoopback(settings.host())) {
            throw new ServerStartException(
                    "Listening on " + settings.host() + " would open this ingest beyond this machine for nothing: set "
                            + WebhookSecrets.VARIABLE + " to the webhook's secret, or listen on 127.0.0.1.",
                    null);
        }
    }

    static Handler headers() {
        return context -> context.header("Content-Security-Policy", "default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store");
    }

    /**
     * Status and meters name repositories: beyond loopback they are for those who know the token. Without one, only names
     * of loopback are answered: a page elsewhere could otherwise point its own name here and read them through its
     * visitor's browser.
     */
    static Handler callers(HttpSettings settings) {
        boolean loopback = isLoopback(settings.host());
        return context -> {
            String path = context.path();
            if (path.equals(HttpServer.WEBHOOKS) || (path.startsWith(HEALTH) && !loopback)) {
                return;
            }
            if (settings.token().isPresent()) {
                boolean open = path.startsWith(HEALTH);
                if (!open && !settings.token().get().isIn(Optional.ofNullable(context.header("Authorization")))) {
                    throw unauthorised("Send the header 'Authorization: Bearer TOKEN' with the token of "
                            + ApiToken.VARIABLE + ".");
                }
            } else if (loopback) {
                checkHost(context);
            } else {
                throw unauthorised(
                        "Beyond its own machine this ingest shows itself only to those who know a token: set "
                                + ApiToken.VARIABLE + " and start it again.");
            }
        };
    }

    private static Problem.Found unauthorised(String detail) {
        return new Problem.Found(401, detail);
    }

    private static void checkHost(Context context) {
        String host = String.valueOf(context.header("Host")).toLowerCase(Locale.ROOT);
        if (!LOCAL_NAMES.contains(host.replaceFirst(":[0-9]+$", ""))) {
            throw new Problem.Found(403, "This server answers to localhost, 127.0.0.1 and [::1] only.");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new ServerStartException(
                    "The host '" + host + "' to listen on is not known; use a name or address of this machine.",
                    unknown);
        }
    }
}
