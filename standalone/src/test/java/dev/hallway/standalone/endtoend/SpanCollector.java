// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes spans by OTLP over HTTP as a collector does, and knows of them what their bytes contain. */
final class SpanCollector implements AutoCloseable {

    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private SpanCollector(HttpServer server) {
        this.server = server;
    }

    static SpanCollector start() throws IOException {
        SpanCollector collector =
                new SpanCollector(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        collector.server.createContext("/v1/traces", exchange -> {
            collector.requests.add(new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1));
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.server.start();
        return collector;
    }

    /** The variables of OpenTelemetry that send spans here, soon. */
    Map<String, String> environment() {
        return Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "OTEL_BSP_SCHEDULE_DELAY",
                "50");
    }

    /** Whether a service has sent a span of that name in that trace. */
    boolean has(String service, String span, String trace) {
        String bytes = new String(HexFormat.of().parseHex(trace), ISO_8859_1);
        return requests.stream()
                .anyMatch(request -> request.contains(service) && request.contains(span) && request.contains(bytes));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
