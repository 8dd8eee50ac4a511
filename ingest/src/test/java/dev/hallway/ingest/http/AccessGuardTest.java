// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hallway.ingest.webhook.WebhookSecrets;
import dev.hallway.service.http.ApiToken;
import dev.hallway.service.http.ServerStartException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessGuardTest {

    private static final Optional<WebhookSecrets> SECRETS = Optional.of(WebhookSecrets.of(Served.SECRET));
    private static final Optional<ApiToken> TOKEN = Optional.of(new ApiToken("open sesame"));

    @Test
    void shouldNotListenBeyondLoopbackWithoutASecret() {
        // Given
        IngestHttpSettings wide = new IngestHttpSettings("0.0.0.0", 0, Optional.empty(), TOKEN);

        // When
        var refusal = assertThatExceptionOfType(ServerStartException.class).isThrownBy(() -> Served.start(wide));

        // Then
        refusal.withMessageContaining("set HALLWAY_WEBHOOK_SECRET");
    }

    @ParameterizedTest
    @CsvSource({"99999, 99999 is no port", "-1, -1 is no port"})
    void shouldSayInOneLineWhatIsNoPort(int port, String reason) {
        // Given
        IngestHttpSettings settings = new IngestHttpSettings("127.0.0.1", port, SECRETS, TOKEN);

        // When
        var refusal = assertThatExceptionOfType(ServerStartException.class).isThrownBy(() -> Served.start(settings));

        // Then
        refusal.withMessageStartingWith(reason);
    }

    @Test
    void shouldSayInOneLineThatThePortIsTaken() {
        // Given
        try (Served first = Served.start()) {
            IngestHttpSettings taken = new IngestHttpSettings("127.0.0.1", first.port(), SECRETS, TOKEN);

            // When
            var refusal = assertThatExceptionOfType(ServerStartException.class).isThrownBy(() -> Served.start(taken));

            // Then
            refusal.withMessageMatching("Port \\d+ on 127.0.0.1 cannot be listened on: .* choose another port\\.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/status", "/metrics"})
    void shouldShowItselfBeyondLoopbackOnlyToThoseWhoKnowAToken(String path) throws IOException, InterruptedException {
        // Given
        try (Served served = Served.start(new IngestHttpSettings("0.0.0.0", 0, SECRETS, Optional.empty()))) {
            // When
            HttpResponse<String> answer = served.get(path);

            // Then
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("HALLWAY_API_TOKEN").doesNotContain("Hall/Way");
        }
    }

    @ParameterizedTest
    @CsvSource({"open sesame, 200", "open sesamo, 401"})
    void shouldAskForTheToken(String token, int status) throws IOException, InterruptedException {
        // Given
        try (Served served = Served.start(new IngestHttpSettings("0.0.0.0", 0, SECRETS, TOKEN))) {
            // When
            HttpResponse<String> answer = served.get("/api/v1/status", "Authorization", "Bearer " + token);

            // Then
            assertThat(answer.statusCode()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/status, evil.example, 403",
        "/metrics, evil.example, 403",
        "/metrics, localhost:1, 200",
        "/health/live, '[::1]', 200"
    })
    void shouldNotAnswerAPageThatPointsItsOwnNameHere(String path, String host, int status) throws IOException {
        // Given
        try (Served served = Served.start()) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";

            // When
            String answer = served.firstLineAfter(request);

            // Then
            assertThat(answer).contains(" " + status + " ");
        }
    }

    @Test
    void shouldNeverShowASecret() {
        // When
        String shown = new IngestHttpSettings("127.0.0.1", 0, SECRETS, TOKEN).toString();

        // Then
        assertThat(shown).doesNotContain("horse", "sesame").contains("hidden");
    }
}
