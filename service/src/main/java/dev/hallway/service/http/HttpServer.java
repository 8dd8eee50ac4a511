// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.http;

import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.util.function.Consumer;

/** A running server. Safe for use by several threads. */
public final class HttpServer implements AutoCloseable {

    private static final int HIGHEST_PORT = 65_535;
    private static final String JSON = "application/json";

    private final Javalin server;
    private final URI address;

    private HttpServer(Javalin server, URI address) {
        this.server = server;
        this.address = address;
    }

    /**
     * Starts listening; throws {@link ServerStartException} with one line for the user if it cannot.
     *
     * @param host name or address to listen on
     * @param port port; 0 picks a free one
     * @param wording the messages where there is no route
     * @param routes adds what is served
     */
    public static HttpServer start(String host, int port, Problems.Wording wording, Consumer<Javalin> routes) {
        checkPort(port);
        Javalin server = Javalin.create(config -> {
            config.showJavalinBanner = false;
            config.startupWatcherEnabled = false;
            config.http.prefer405over404 = true;
            config.http.defaultContentType = JSON;
        });
        Problems.register(server, wording);
        server.before(context -> context.header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store"));
        routes.accept(server);
        try {
            server.start(host, port);
        } catch (JavalinBindException busy) {
            server.stop();
            throw new ServerStartException(
                    "Port " + port + " on " + host
                            + " cannot be listened on: another program uses it, or it needs more "
                            + "rights; choose another port.",
                    busy);
        }
        return new HttpServer(server, URI.create("http://" + authority(host, server.port())));
    }

    /** Where it listens, as {@code http://host:port}. */
    public URI address() {
        return address;
    }

    /** Stops listening. */
    @Override
    public void close() {
        server.stop();
    }

    /** Host and port as they are written in an address. */
    public static String authority(String host, int port) {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }

    private static void checkPort(int port) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new ServerStartException(
                    port + " is no port: choose one from 1 to " + HIGHEST_PORT + ", or 0 for any free one.", null);
        }
    }
}
