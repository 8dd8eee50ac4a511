// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.Timer;
import java.util.TimerTask;
import org.eclipse.jetty.server.ConnectionLimit;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running server. Safe for use by several threads.
 *
 * <p>Whoever sends or reads slowly occupies none of its threads, and is not waited for without end.
 */
public final class HttpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final int HIGHEST_PORT = 65_535;
    private static final String JSON = "application/json";

    // These threads never wait for anybody: they read what has come, and answer what needs no work.
    private static final int MOST_THREADS = 32;
    private static final int FEWEST_THREADS = 4;
    private static final int MOST_CONNECTIONS = 4_000;
    private static final int IDLE_MILLIS_AT_THE_LIMIT = 1_000;
    private static final int BUFFERED_ANSWER = 256 * 1024;
    private static final int MILLIS_BETWEEN_LOOKS = 500;

    private final Javalin server;
    private final URI address;
    private final Workers workers;
    private final Timer watch;

    private HttpServer(Javalin server, URI address, Workers workers, Timer watch) {
        this.server = server;
        this.address = address;
        this.workers = workers;
        this.watch = watch;
    }

    /** Says what is served. */
    @FunctionalInterface
    public interface Routes {

        /**
         * Adds it.
         *
         * @param workers answer what takes a while
         * @param bodies read what callers send
         */
        void addTo(Javalin server, Workers workers, Bodies bodies);
    }

    /**
     * Starts listening; throws {@link ServerStartException} with one line for the user if it cannot.
     *
     * @param host name or address to listen on
     * @param port port; 0 picks a free one
     * @param wording the messages where there is no route
     * @param routes adds what is served
     */
    public static HttpServer start(String host, int port, Problems.Wording wording, Routes routes) {
        return start(host, port, wording, routes, Patience.USUAL);
    }

    static HttpServer start(String host, int port, Problems.Wording wording, Routes routes, Patience patience) {
        checkPort(port);
        Javalin server = Javalin.create(HttpServer::configure);
        Workers workers = new Workers();
        Bodies bodies = new Bodies(patience, workers);
        Problems.register(server, wording);
        server.before(context -> context.header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store"));
        routes.addTo(server, workers, bodies);
        server.after(HttpServer::bufferWhole);
        try {
            server.start(host, port);
        } catch (JavalinBindException busy) {
            server.stop();
            workers.close();
            throw new ServerStartException(
                    "Port " + port + " on " + host
                            + " cannot be listened on: another program uses it, or it needs more "
                            + "rights; choose another port.",
                    busy);
        }
        return new HttpServer(
                server,
                URI.create("http://" + authority(host, server.port())),
                workers,
                watch(new SlowPeers(server.jettyServer().server(), patience), bodies));
    }

    /** Where it listens, as {@code http://host:port}. */
    public URI address() {
        return address;
    }

    /** Stops listening. */
    @Override
    public void close() {
        watch.cancel();
        server.stop();
        workers.close();
    }

    /** Host and port as they are written in an address. */
    public static String authority(String host, int port) {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }

    private static void configure(JavalinConfig config) {
        config.showJavalinBanner = false;
        config.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.defaultContentType = JSON;
        // A compressed answer is written while somebody waits for its reader.
        config.http.disableCompression();
        config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
        // What its head forbids is refused before its body comes.
        config.jetty.modifyHttpConfiguration(http -> http.setDelayDispatchUntilContent(false));
        config.jetty.modifyServer(jetty -> {
            // Files are opened by Kafka and the stores, too: connections must not use up what the system allows.
            ConnectionLimit limit = new ConnectionLimit(MOST_CONNECTIONS, jetty);
            limit.setIdleTimeout(IDLE_MILLIS_AT_THE_LIMIT);
            jetty.addBean(limit);
        });
    }

    /** Jetty sends what fits in its buffer without a thread that waits for the reader. */
    private static void bufferWhole(Context context) {
        if (context.resultInputStream() instanceof ByteArrayInputStream answer
                && answer.available() <= BUFFERED_ANSWER) {
            context.res().setBufferSize(answer.available() + 1);
        }
    }

    private static Timer watch(SlowPeers peers, Bodies bodies) {
        Timer watch = new Timer("http-watch", true);
        watch.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        look(peers, bodies);
                    }
                },
                MILLIS_BETWEEN_LOOKS,
                MILLIS_BETWEEN_LOOKS);
        return watch;
    }

    private static void look(SlowPeers peers, Bodies bodies) {
        try {
            peers.close();
            bodies.refuseSlowOnes();
        } catch (RuntimeException failed) { // It would be the last look.
            LOG.warn("Slow connections could not be looked for; they are again soon.", failed);
        }
    }

    private static void checkPort(int port) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new ServerStartException(
                    port + " is no port: choose one from 1 to " + HIGHEST_PORT + ", or 0 for any free one.", null);
        }
    }
}
