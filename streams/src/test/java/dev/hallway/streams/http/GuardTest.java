// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import static dev.hallway.streams.http.Caller.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hallway.service.http.ApiToken;
import dev.hallway.service.http.HttpServer;
import dev.hallway.service.http.ServerStartException;
import dev.hallway.streams.read.SecretsCommunity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {

    private static final CommunityDirectory HERE = Caller.here(SecretsCommunity.community());
    private static final HttpSettings GUARDED =
            HttpSettings.guarded("127.0.0.1", 0, new ApiToken("correct horse battery staple"));

    @Test
    void shouldNotListenBeyondLoopbackWithoutAToken() {
        // Given
        HttpSettings wide = HttpSettings.guarded("0.0.0.0", 0, null);

        // When, Then
        assertThatExceptionOfType(ServerStartException.class)
                .isThrownBy(() -> Caller.serve(wide, HERE, Caller.READY))
                .withMessageContaining("set HALLWAY_API_TOKEN");
    }

    @Test
    void shouldSayInOneLineThatThePortIsTaken() {
        // Given
        try (HttpServer first = Caller.serve(HERE)) {
            HttpSettings taken = HttpSettings.loopback(first.address().getPort());

            // When, Then
            assertThatExceptionOfType(ServerStartException.class)
                    .isThrownBy(() -> Caller.serve(taken, HERE, Caller.READY))
                    .withMessageMatching("Port \\d+ on 127.0.0.1 cannot be listened on: .* choose another port\\.");
        }
    }

    @Test
    void shouldSayInOneLineWhatIsNoPort() {
        // Given
        HttpSettings settings = HttpSettings.loopback(99_999);

        // When, Then
        assertThatExceptionOfType(ServerStartException.class)
                .isThrownBy(() -> Caller.serve(settings, HERE, Caller.READY))
                .withMessageStartingWith("99999 is no port");
    }

    @Test
    void shouldAskForTheToken() throws IOException, InterruptedException {
        // Given
        try (HttpServer server = Caller.serve(GUARDED, HERE, Caller.READY)) {
            // When
            HttpResponse<String> answer =
                    get(server, "/api/v1/repositories", "Authorization", "Bearer correct horse battery stable");

            // Then
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
            assertThat(answer.body()).doesNotContain("staple", "Dapr");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/metrics/"})
    void shouldShowMetricsOnlyToThoseWhoKnowTheToken(String path) throws IOException, InterruptedException {
        // Given
        try (HttpServer server = Caller.serve(GUARDED, HERE, Caller.READY)) {
            // When
            HttpResponse<String> stranger = get(server, path);

            // Then
            assertThat(stranger.statusCode()).isEqualTo(401);
            assertThat(get(server, path, "Authorization", "Bearer correct horse battery staple")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void shouldAnswerWhoKnowsTheToken() throws IOException, InterruptedException {
        // Given
        try (HttpServer server = Caller.serve(GUARDED, HERE, Caller.READY)) {
            // When
            HttpResponse<String> answer =
                    get(server, "/api/v1/repositories", "Authorization", "Bearer correct horse battery staple");

            // Then
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldPassTheTokenToTheInstanceThatHoldsTheRepository() throws IOException, InterruptedException {
        try (HttpServer holder = Caller.serve(GUARDED, HERE, Caller.READY);
                HttpServer asked = Caller.serve(
                        GUARDED, Caller.directory(new Located.Elsewhere(holder.address(), Set.of(0))), Caller.READY)) {
            // When
            HttpResponse<String> answer = get(
                    asked, "/api/v1/repositories/dapr/dapr", "Authorization", "Bearer correct horse battery staple");

            // Then
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldNotAnswerAPageThatPointsItsOwnNameHere() throws IOException {
        // Given
        try (HttpServer server = Caller.serve(HERE);
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), server.address().getPort())) {
            String request = "GET /api/v1/repositories HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";

            // When
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            // Then
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(answer.readLine()).contains(" 403 ");
        }
    }

    @Test
    void shouldNotBeReadyBeforeItRuns() throws IOException, InterruptedException {
        // Given
        Readiness starting = () -> new Readiness.Report(false, "REBALANCING", Map.of("hallway.github.issues", 7L));
        try (HttpServer server = Caller.serve(HttpSettings.loopback(0), HERE, starting)) {
            // When
            HttpResponse<String> answer = get(server, "/health/ready");

            // Then
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(answer.body()).contains("\"state\":\"REBALANCING\"", "\"hallway.github.issues\":7");
        }
    }

    @Test
    void shouldBeReadyWhenItRuns() throws IOException, InterruptedException {
        // Given
        try (HttpServer server = Caller.serve(HERE)) {
            // When
            HttpResponse<String> answer = get(server, "/health/ready");

            // Then
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldNeverShowTheToken() {
        // When
        String shown = GUARDED.toString();

        // Then
        assertThat(shown).doesNotContain("horse").contains("hidden");
    }

    @Test
    void shouldRefuseABlankToken() {
        // When, Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApiToken(" "))
                .withMessageContaining("HALLWAY_API_TOKEN");
    }
}
