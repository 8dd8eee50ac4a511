// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlowPeersTest {

    // More than any server has threads.
    private static final int MANY = 1_000;
    private static final String HOST = "Host: 127.0.0.1\r\n";
    private static final String UNFINISHED_BODY = "POST /echo HTTP/1.1\r\n" + HOST + "Content-Length: 200000\r\n\r\n{";
    private static final Patience ENDLESS =
            new Patience(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1), 1);
    private static final Patience SHORT =
            new Patience(Duration.ofMillis(100), Duration.ofMillis(100), Duration.ofMillis(100), 1_000_000);
    private static final int MOST = 1_000_000;
    // More than the system keeps for a connection.
    private static final int LARGE = 64_000_000;

    private final CountDownLatch released = new CountDownLatch(1);
    private final Senders senders = new Senders();

    @AfterEach
    void hangUp() throws IOException {
        senders.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET /health HTTP/1.1\r\n" + HOST + "X-Slow: ", UNFINISHED_BODY})
    void shouldAnswerOthersWhileManySendNothingMore(String beginning) throws IOException, InterruptedException {
        // Given
        try (HttpServer server = serve(ENDLESS)) {
            senders.send(server, beginning, MANY);

            // When
            HttpResponse<String> health = get(server, "/health");
            HttpResponse<String> echo = post(server, "good morning");

            // Then
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(echo.body()).isEqualTo("good morning");
        }
    }

    @Test
    void shouldAnswerHealthWhileEverythingElseWaits() throws IOException, InterruptedException {
        // Given
        try (HttpServer server = serve(ENDLESS)) {
            senders.send(server, "GET /stuck HTTP/1.1\r\n" + HOST + "\r\n", MANY);

            // When
            HttpResponse<String> health = get(server, "/health");

            // Then
            released.countDown();
            assertThat(health.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldRefuseWhatNoThreadWillAnswerSoon() throws IOException {
        // Given
        try (HttpServer server = serve(ENDLESS)) {
            // When
            senders.send(server, "GET /stuck HTTP/1.1\r\n" + HOST + "\r\n", 1_100);

            // Then
            assertThat(senders.firstAnswer()).startsWith("HTTP/1.1 503");
            released.countDown();
        }
    }

    @Test
    void shouldCloseAConnectionOnWhichNoRequestBegins() throws IOException {
        // Given
        try (HttpServer server = serve(SHORT)) {
            // When
            senders.send(server, "", 1);

            // Then
            assertThat(senders.keepSending("\r\n")).isEmpty();
        }
    }

    @Test
    void shouldCloseAConnectionOnWhichAHeadDoesNotEnd() throws IOException {
        // Given
        try (HttpServer server = serve(SHORT)) {
            // When
            senders.send(server, "GET /health HTTP/1.1\r\n" + HOST + "X-Slow: ", 1);

            // Then
            assertThat(senders.keepSending("a")).isEmpty();
        }
    }

    @Test
    void shouldRefuseABodyThatComesTooSlowly() throws IOException {
        // Given
        try (HttpServer server = serve(SHORT)) {
            // When
            senders.send(server, UNFINISHED_BODY, 1);

            // Then
            assertThat(senders.firstAnswer()).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void shouldRefuseASlowBodyAlsoWhileEverythingElseWaits() throws IOException {
        // Given
        try (HttpServer server = serve(SHORT);
                Senders slow = new Senders()) {
            senders.send(server, "GET /stuck HTTP/1.1\r\n" + HOST + "\r\n", 1_100);
            assertThat(senders.firstAnswer()).startsWith("HTTP/1.1 503");

            // When
            slow.send(server, UNFINISHED_BODY, 1);

            // Then
            assertThat(slow.firstAnswer()).startsWith("HTTP/1.1 408");
            released.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FFFFFFFFFFFFFFFF\r\nabc", "ten\r\n"})
    void shouldExplainAMalformedChunk(String chunks) throws IOException {
        // Given
        try (HttpServer server = serve(ENDLESS)) {
            // When
            senders.send(server, "POST /echo HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n" + chunks, 1);

            // Then
            assertThat(senders.firstAnswer()).startsWith("HTTP/1.1 400").contains("malformed");
        }
    }

    @Test
    void shouldCloseAConnectionWhoseAnswerIsNotTaken() throws IOException {
        // Given
        try (HttpServer server = serve(SHORT)) {
            // When
            senders.send(server, "GET /large HTTP/1.1\r\n" + HOST + "\r\n", 1);

            // Then
            assertThatCode(senders::takeNothing).doesNotThrowAnyException();
        }
    }

    @Test
    void shouldTakeALargeBody() throws IOException, InterruptedException {
        // Given
        try (HttpServer server = serve(Patience.USUAL)) {
            String large = "x".repeat(MOST);

            // When
            HttpResponse<String> echo = post(server, large);

            // Then
            assertThat(echo.body()).isEqualTo(large);
        }
    }

    @Test
    void shouldMakeRoomByRefusingTheBodyThatHasBeenComingForLongest() throws IOException, InterruptedException {
        // Given
        try (HttpServer server = serve(ENDLESS)) {
            senders.send(
                    server, "POST /narrow HTTP/1.1\r\n" + HOST + "Content-Length: 1000\r\n\r\n" + "x".repeat(900), 1);

            // When
            do {
                assertThat(post(server, "/narrow", "y".repeat(900)).statusCode())
                        .isEqualTo(200);
            } while (!senders.areAnswered());

            // Then
            assertThat(senders.firstAnswer()).startsWith("HTTP/1.1 503");
        }
    }

    @Test
    void shouldRefuseABodyThatIsTooLarge() throws IOException {
        // Given
        try (HttpServer server = serve(ENDLESS)) {
            // When
            senders.send(server, "POST /echo HTTP/1.1\r\n" + HOST + "Content-Length: " + (MOST + 1) + "\r\n\r\n", 1);

            // Then
            assertThat(senders.firstAnswer()).startsWith("HTTP/1.1 413").contains("1000000 bytes");
        }
    }

    private HttpServer serve(Patience patience) {
        return HttpServer.start(
                "127.0.0.1",
                0,
                new Silence(),
                (server, workers, bodies) -> {
                    server.get("/health", context -> context.result("good"));
                    server.get("/large", workers.answering(context -> context.result(new byte[LARGE])));
                    server.get("/stuck", workers.answering(context -> released.await()));
                    Bodies narrow = new Bodies(patience, 1_000, workers.executor());
                    server.post("/narrow", context -> narrow.read(context, MOST, body -> context.result("taken")));
                    server.post(
                            "/echo",
                            context -> bodies.read(
                                    context, MOST, body -> context.result(new String(body, StandardCharsets.UTF_8))));
                },
                patience);
    }

    private static HttpResponse<String> get(HttpServer server, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.address().resolve(path)));
    }

    private static HttpResponse<String> post(HttpServer server, String body) throws IOException, InterruptedException {
        return post(server, "/echo", body);
    }

    private static HttpResponse<String> post(HttpServer server, String path, String body)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.address().resolve(path)).POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request.timeout(Duration.ofMinutes(2)).build(), BodyHandlers.ofString());
    }
}
