// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import dev.hallway.service.http.ApiToken;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the server listens.
 *
 * @param host name or address to listen on
 * @param port port; 0 takes a free one
 * @param token what callers must know; null asks for nothing and is allowed on loopback only
 * @param forwardTimeout how long another instance may take to answer
 */
public record HttpSettings(String host, int port, @Nullable ApiToken token, Duration forwardTimeout) {

    /** The port unless another is configured. */
    public static final int DEFAULT_PORT = 8080;

    private static final Duration FORWARD_TIMEOUT = Duration.ofSeconds(10);

    /** On loopback, for whoever is on this machine. */
    public static HttpSettings loopback(int port) {
        return new HttpSettings("127.0.0.1", port, null, FORWARD_TIMEOUT);
    }

    /** On any address, for callers that know the token. */
    public static HttpSettings guarded(String host, int port, @Nullable ApiToken token) {
        return new HttpSettings(host, port, token, FORWARD_TIMEOUT);
    }
}
