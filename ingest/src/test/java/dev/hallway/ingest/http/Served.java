// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.http;

import dev.hallway.ingest.publish.SavedState;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.ingest.service.IngestService;
import dev.hallway.ingest.webhook.InMemoryFacts;
import dev.hallway.ingest.webhook.Payload;
import dev.hallway.ingest.webhook.WebhookSecrets;
import dev.hallway.service.tracing.Tracing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A served ingest that follows one repository, and callers of it. */
final class Served implements AutoCloseable {

    static final String SECRET = "correct horse battery staple";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final InMemoryFacts facts = new InMemoryFacts();
    private final IngestService service;

    private Served(IngestHttpSettings settings, Tracing tracing) {
        service = new IngestService(
                settings, facts, List.of(Payload.REPOSITORY), Duration.ofMinutes(1), Clock.systemUTC(), tracing);
    }

    static Served start() {
        return traced(Tracing.off());
    }

    static Served traced(Tracing tracing) {
        return new Served(
                new IngestHttpSettings("127.0.0.1", 0, Optional.of(WebhookSecrets.of(SECRET)), Optional.empty()),
                tracing);
    }

    static Served start(IngestHttpSettings settings) {
        return new Served(settings, Tracing.off());
    }

    InMemoryFacts facts() {
        return facts;
    }

    int port() {
        return service.address().getPort();
    }

    /** As if Kafka had just been reached. */
    void connected() {
        service.listener(new IngestListener() {}).restored(new SavedState(Map.of(), Map.of()));
    }

    /** As if every repository had just been polled. */
    void polled() {
        service.listener(new IngestListener() {}).cycleFinished(new CycleReport(List.of(), 0));
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.address().resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    /** Delivers as GitHub does. */
    HttpResponse<String> deliver(String event, byte[] payload) throws IOException, InterruptedException {
        return post(payload, delivery(event, payload));
    }

    HttpResponse<String> post(byte[] payload, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.address().resolve("/webhooks/github"));
        headers.forEach(request::header);
        return CLIENT.send(request.POST(BodyPublishers.ofByteArray(payload)).build(), BodyHandlers.ofString());
    }

    /** Sends the bytes as they are, and returns the first line of the answer. */
    String firstLineAfter(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return String.valueOf(answer.readLine());
        }
    }

    /** The headers that GitHub sends. */
    static Map<String, String> delivery(String event, byte[] payload) {
        return Map.of(
                "X-GitHub-Event",
                event,
                "X-GitHub-Delivery",
                "72d3162e-cc78-11e3-81ab-4c9367dc0958",
                "X-Hub-Signature-256",
                signature(SECRET, payload),
                "Content-Type",
                "application/json");
    }

    static String signature(String secret, byte[] payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(payload));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
