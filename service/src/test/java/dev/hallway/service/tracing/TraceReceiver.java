// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.tracing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A collector that takes spans by OTLP over HTTP, and knows of them only what their bytes contain. */
final class TraceReceiver implements AutoCloseable {

    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private TraceReceiver(HttpServer server) {
        this.server = server;
    }

    static TraceReceiver start() throws IOException {
        TraceReceiver receiver =
                new TraceReceiver(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        receiver.server.createContext("/v1/traces", exchange -> {
            receiver.requests.add(new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1));
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        receiver.server.start();
        return receiver;
    }

    /** The variables that make a service send its spans here, uncompressed and soon. */
    Map<String, String> environment() {
        return Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "OTEL_EXPORTER_OTLP_COMPRESSION",
                "none",
                "OTEL_BSP_SCHEDULE_DELAY",
                "50");
    }

    /** Whether a request brought spans of a trace from a service. */
    boolean received(String trace, String service) {
        String bytes = new String(HexFormat.of().parseHex(trace), ISO_8859_1);
        return requests.stream().anyMatch(request -> request.contains(bytes) && request.contains(service));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
