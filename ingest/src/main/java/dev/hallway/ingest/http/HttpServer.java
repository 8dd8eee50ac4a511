// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.http;

import dev.hallway.ingest.cadence.Polling;
import dev.hallway.ingest.operations.StatusBoard;
import dev.hallway.ingest.webhook.DeliveryListener;
import dev.hallway.ingest.webhook.Reception;
import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.util.function.BooleanSupplier;

/** The running server. Safe for use by several threads. */
public final class HttpServer implements AutoCloseable {

    static final String WEBHOOKS = "/webhooks/github";
    static final String STATUS = "/api/v1/status";

    private static final int HIGHEST_PORT = 65_535;

    private final Javalin server;
    private final URI address;

    private HttpServer(Javalin server, URI address) {
        this.server = server;
        this.address = address;
    }

    /**
     * Starts listening; throws {@link ServerStartException} with one line for the user if it cannot.
     *
     * @param listener told of deliveries that do not get as far as the reception
     * @param prepared whether the next delivery finds everything it needs
     */
    public static HttpServer start(
            HttpSettings settings,
            Reception reception,
            DeliveryListener listener,
            StatusBoard board,
            BooleanSupplier prepared,
            Polling polling,
            PrometheusMeterRegistry meters) {
        Guard.check(settings);
        checkPort(settings.port());
        WebhookResource webhooks = new WebhookResource(settings.secrets(), reception, listener);
        OperationsResource operations = new OperationsResource(board, prepared, polling, meters);
        Javalin server = Javalin.create(config -> {
            config.showJavalinBanner = false;
            config.startupWatcherEnabled = false;
            config.http.prefer405over404 = true;
            config.http.defaultContentType = "application/json";
        });
        Problems.register(server);
        server.before(Guard.headers());
        server.before(Guard.callers(settings));
        server.post(WEBHOOKS, webhooks::deliver);
        server.get(STATUS, operations::status);
        server.get("/health/live", operations::live);
        server.get("/health/ready", operations::ready);
        server.get("/metrics", operations::metrics);
        return listen(server, settings);
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

    private static void checkPort(int port) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new ServerStartException(
                    port + " is no port: choose one from 1 to " + HIGHEST_PORT + ", or 0 for any free one.", null);
        }
    }

    private static HttpServer listen(Javalin server, HttpSettings settings) {
        try {
            server.start(settings.host(), settings.port());
        } catch (JavalinBindException busy) {
            server.stop();
            throw new ServerStartException(
                    "Port " + settings.port() + " on " + settings.host()
                            + " cannot be listened on: another program uses it, or it needs more rights; choose "
                            + "another port.",
                    busy);
        }
        return new HttpServer(server, URI.create("http://" + authority(settings.host(), server.port())));
    }

    private static String authority(String host, int port) {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
