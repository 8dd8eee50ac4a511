// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConnection;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections on which no request comes to the end of its head, or whose answer is taken too slowly.
 *
 * <p>Jetty closes a connection on which nothing happens; a byte now and then would keep it for hours. Used by one thread.
 */
final class SlowPeers {

    private final Server server;
    private final Patience patience;
    private Map<EndPoint, Wait> waits = new HashMap<>();

    SlowPeers(Server server, Patience patience) {
        this.server = server;
        this.patience = patience;
    }

    /** Closes those that have been waited for too long. */
    void close() {
        long now = System.nanoTime();
        Map<EndPoint, Wait> still = new HashMap<>();
        for (Connector connector : server.getConnectors()) {
            for (EndPoint endPoint : connector.getConnectedEndPoints()) {
                Wait.at(endPoint, now).ifPresent(wait -> still.put(endPoint, wait.since(waits.get(endPoint))));
            }
        }
        waits = still;
        waits.forEach((endPoint, wait) -> {
            if (wait.isTooLong(patience)) {
                endPoint.close();
            }
        });
    }

    private enum Phase {
        IDLE,
        HEAD,
        /** An answer is being made, or an event stream has nothing to tell: it is not the caller who is waited for. */
        MAKING,
        ANSWER
    }

    /**
     * Somebody is waited for.
     *
     * @param request which request of the connection it is about
     * @param phase what is waited for
     * @param since when it was first seen so, of the system's nanosecond clock
     * @param seen when it was last seen so
     * @param before the bytes that had been sent when it was first seen so
     * @param sent the bytes that have been sent
     */
    private record Wait(long request, Phase phase, long since, long seen, long before, long sent) {

        static Optional<Wait> at(EndPoint endPoint, long now) {
            if (!(endPoint.getConnection() instanceof HttpConnection connection)) {
                return Optional.empty();
            }
            HttpParser parser = connection.getParser();
            Phase phase = !parser.inHeaderState() ? answering(endPoint) : parser.isStart() ? Phase.IDLE : Phase.HEAD;
            long sent = connection.getBytesOut();
            return Optional.of(new Wait(connection.getMessagesIn(), phase, now, now, sent, sent));
        }

        Wait since(@Nullable Wait earlier) {
            return earlier != null && earlier.request == request && earlier.phase == phase
                    ? new Wait(request, phase, earlier.since, seen, earlier.before, sent)
                    : this;
        }

        boolean isTooLong(Patience patience) {
            long waited = seen - since;
            return switch (phase) {
                case IDLE -> waited > patience.idle().toNanos();
                case HEAD -> waited > patience.head().toNanos();
                case MAKING -> false;
                case ANSWER -> waited > patience.forBytes(sent - before).toNanos();
            };
        }

        private static Phase answering(EndPoint endPoint) {
            return endPoint instanceof AbstractEndPoint writing
                            && writing.getWriteFlusher().isPending()
                    ? Phase.ANSWER
                    : Phase.MAKING;
        }
    }
}
