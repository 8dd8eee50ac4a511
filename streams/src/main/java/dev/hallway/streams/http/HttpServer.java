// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import io.javalin.Javalin;
import io.javalin.http.Handler;
import io.javalin.util.JavalinBindException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.util.Map;

/** The running server. Safe for use by several threads. */
public final class HttpServer implements AutoCloseable {

    static final String SERVED_BY = "hallway.served-by";

    private static final int HIGHEST_PORT = 65_535;

    private final Javalin server;
    private final URI address;

    private HttpServer(Javalin server, URI address) {
        this.server = server;
        this.address = address;
    }

    /** Starts listening; throws {@link ServerStartException} with one line for the user if it cannot. */
    public static HttpServer start(
            HttpSettings settings, CommunityDirectory directory, Readiness readiness, PrometheusMeterRegistry meters) {
        Guard.check(settings);
        checkPort(settings.port());
        Forwarder forwarder = new Forwarder(settings.forwardTimeout());
        Map<String, Handler> routes = Routes.of(
                new RepositoryAccess(directory, forwarder),
                new RepositoriesResource(directory, forwarder),
                new OperationsResource(readiness, meters));
        Javalin server = Javalin.create(config -> {
            config.showJavalinBanner = false;
            config.startupWatcherEnabled = false;
            config.http.prefer405over404 = true;
            config.http.defaultContentType = Accepts.JSON;
        });
        Problems.register(server);
        server.before(Guard.headers());
        server.before(Guard.callers(settings.token()));
        server.before(context -> context.attribute(SERVED_BY, authority(settings.host(), server.port())));
        routes.forEach(server::get);
        return listen(server, settings);
    }

    private static void checkPort(int port) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new ServerStartException(
                    port + " is no port: choose one from 1 to " + HIGHEST_PORT + " with --port, or 0 for any free one.",
                    null);
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
                            + "another with --port.",
                    busy);
        }
        return new HttpServer(server, URI.create("http://" + authority(settings.host(), server.port())));
    }

    private static String authority(String host, int port) {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
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
}
