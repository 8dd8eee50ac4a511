// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import dev.hallway.service.http.ApiToken;
import dev.hallway.service.http.Loopback;
import dev.hallway.service.http.ServerStartException;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.jspecify.annotations.Nullable;

/** Decides who may ask: whoever is on this machine, or whoever knows the token. */
final class Guard {

    private static final String METRICS = "/metrics";
    private static final String POLICY_HEADER = "Content-Security-Policy";
    private static final String STYLE = "style-src 'self'";
    private static final String POLICY = "default-src 'none'; script-src 'self'; " + STYLE
            + "; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private Guard() {}

    /** Refuses to listen beyond loopback without a token. */
    static void check(HttpSettings settings) {
        if (settings.token() == null && !Loopback.contains(settings.host())) {
            throw new ServerStartException(
                    "Listening on " + settings.host() + " would open the API beyond this machine: set "
                            + ApiToken.VARIABLE + " to a long random secret, or listen on 127.0.0.1.",
                    null);
        }
    }

    /** Headers that keep a browser from doing more than the page asks. */
    static Handler headers() {
        return context -> context.header(POLICY_HEADER, POLICY);
    }

    /** Lets this one answer bring a style within the page, named by its hash. */
    static void allowStyle(Context context, String source) {
        context.header(POLICY_HEADER, POLICY.replace(STYLE, STYLE + " " + source));
    }

    /**
     * Without a token, only names of loopback are answered: a page elsewhere could otherwise point its own name here
     * and read everything through its visitor's browser.
     */
    static Handler callers(@Nullable ApiToken token) {
        return context -> {
            if (token == null) {
                Loopback.require(context);
            } else if (context.path().startsWith("/api/") || context.path().startsWith(METRICS)) {
                token.require(context);
            }
        };
    }
}
