// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hallway.ingest.publish.Write;
import dev.hallway.ingest.webhook.Payload;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookEndpointTest {

    private static final Instant AT = Instant.parse("2024-09-01T12:00:00Z");
    private static final byte[] OPENED = openedIssue();

    private final Served served = Served.start();

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void shouldAnswerOnceTheFactIsWritten() throws IOException, InterruptedException {
        // When
        HttpResponse<String> answer = served.deliver("issues", OPENED);

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).contains("issue #12", "Hall/Way");
        assertThat(served.facts().log()).hasSize(1);
    }

    @Test
    void shouldTakeLargePayloads() throws IOException, InterruptedException {
        // Given
        ObjectNode payload = Payload.issue("opened", 12, AT).put("unread", "x".repeat(1_000_000));

        // When
        HttpResponse<String> answer = served.deliver("issues", Payload.bytes(payload));

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha256=0000000000000000000000000000000000000000000000000000000000000000",
                "sha256=",
                "sha1=7d38cdd689735b008b3c702edd92eea23791c5f6",
                "nonsense"
            })
    void shouldRefuseWhatIsNotSignedWithItsSecret(String signature) throws IOException, InterruptedException {
        // When
        HttpResponse<String> answer = served.post(OPENED, with("X-Hub-Signature-256", signature));

        // Then
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json;charset=utf-8");
        assertThat(answer.body()).doesNotContain(Served.SECRET);
        assertThat(served.facts().log()).isEmpty();
    }

    @Test
    void shouldAnswerEveryWrongSignatureAlike() throws IOException, InterruptedException {
        // Given
        String right = Served.signature(Served.SECRET, OPENED);
        String almost = right.substring(0, right.length() - 1) + (right.endsWith("0") ? "1" : "0");
        String far = Served.signature("another secret", OPENED);

        // When
        List<String> answers = List.of(
                served.post(OPENED, with("X-Hub-Signature-256", almost)).body(),
                served.post(OPENED, with("X-Hub-Signature-256", far)).body());

        // Then
        assertThat(answers.get(0)).isEqualTo(answers.get(1));
    }

    @Test
    void shouldSayNothingOfAPayloadWhoseSignatureIsWrong() throws IOException, InterruptedException {
        // Given
        byte[] nonsense = "nonsense".getBytes(StandardCharsets.UTF_8);

        // When
        HttpResponse<String> answer = served.post(nonsense, Served.delivery("issues", OPENED));

        // Then
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"X-Hub-Signature-256, 401", "X-GitHub-Event, 400", "X-GitHub-Delivery, 400", "Content-Type, 415"})
    void shouldNameTheHeaderThatIsMissing(String header, int status) throws IOException, InterruptedException {
        // Given
        Map<String, String> headers = new HashMap<>(Served.delivery("issues", OPENED));
        headers.remove(header);

        // When
        HttpResponse<String> answer = served.post(OPENED, headers);

        // Then
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(status == 415 ? "application/json" : header);
    }

    @ParameterizedTest
    @CsvSource({
        "X-GitHub-Event, Issues/../x, 400",
        "X-GitHub-Delivery, <script>, 400",
        "Content-Type, application/x-www-form-urlencoded, 415",
        "Content-Type, application/jsonp, 415"
    })
    void shouldRefuseHeadersThatGitHubDoesNotSend(String header, String value, int status)
            throws IOException, InterruptedException {
        // When
        HttpResponse<String> answer = served.post(OPENED, with(header, value));

        // Then
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void shouldTakeAContentTypeWithACharset() throws IOException, InterruptedException {
        // When
        HttpResponse<String> answer = served.post(OPENED, with("Content-Type", "Application/JSON; charset=utf-8"));

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource({"issues, not json, 400", "star, {}, 422", "issues, [], 400"})
    void shouldSayWhatIsWrongWithAPayload(String event, String payload, int status)
            throws IOException, InterruptedException {
        // When
        HttpResponse<String> answer = served.deliver(event, payload.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json;charset=utf-8");
    }

    @Test
    void shouldRefuseARepositoryThatIsNotRead() throws IOException, InterruptedException {
        // Given
        ObjectNode payload = Payload.issue("opened", 12, AT);
        ((ObjectNode) payload.path("repository")).put("full_name", "Some/Body");

        // When
        HttpResponse<String> answer = served.deliver("issues", Payload.bytes(payload));

        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Some/Body is not read by this ingest");
        assertThat(served.facts().log()).isEmpty();
    }

    @Test
    void shouldRefuseTooLargeAPayloadBeforeItIsSent() throws IOException {
        // Given
        String headers = "POST /webhooks/github HTTP/1.1\r\nHost: hooks.example\r\nX-GitHub-Event: issues\r\n"
                + "X-GitHub-Delivery: 1\r\nContent-Type: application/json\r\nX-Hub-Signature-256: "
                + Served.signature(Served.SECRET, OPENED) + "\r\nContent-Length: " + (WebhookResource.LARGEST + 1)
                + "\r\n\r\n";

        // When
        String answer = served.firstLineAfter(headers);

        // Then
        assertThat(answer).contains(" 413 ");
    }

    @Test
    void shouldReadNoMoreThanTheLimitOfAPayloadOfUnknownLength() throws IOException {
        // Given
        int length = WebhookResource.LARGEST + 1;
        String request = "POST /webhooks/github HTTP/1.1\r\nHost: hooks.example\r\nX-GitHub-Event: issues\r\n"
                + "X-GitHub-Delivery: 1\r\nContent-Type: application/json\r\nX-Hub-Signature-256: "
                + Served.signature(Served.SECRET, OPENED) + "\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(length) + "\r\n" + " ".repeat(length);

        // When
        String answer = served.firstLineAfter(request);

        // Then
        assertThat(answer).contains(" 413 ");
    }

    @Test
    void shouldAskToComeBackWhileKafkaIsAway() throws IOException, InterruptedException {
        // Given
        served.facts().answerWith(new Write.Unavailable("Kafka is away."));

        // When
        HttpResponse<String> answer = served.deliver("issues", OPENED);

        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    }

    @Test
    void shouldTakeManyDeliveriesAtOnce() throws InterruptedException, ExecutionException {
        // Given
        ExecutorService github = Executors.newFixedThreadPool(16);
        List<Future<HttpResponse<String>>> answers = new ArrayList<>();

        // When
        for (int number = 1; number <= 200; number++) {
            byte[] payload = Payload.bytes(Payload.issue("opened", number, AT));
            answers.add(github.submit(() -> served.deliver("issues", payload)));
        }

        // Then
        for (Future<HttpResponse<String>> answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(202);
        }
        assertThat(served.facts().log()).hasSize(200);
        github.shutdown();
    }

    @Test
    void shouldSayHowToTakeWebhooksWhenThereIsNoSecret() throws IOException, InterruptedException {
        // Given
        try (Served without =
                Served.start(new IngestHttpSettings("127.0.0.1", 0, Optional.empty(), Optional.empty()))) {
            // When
            HttpResponse<String> answer = without.deliver("issues", OPENED);

            // Then
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("HALLWAY_WEBHOOK_SECRET");
        }
    }

    @Test
    void shouldNotBeReadWithGet() throws IOException, InterruptedException {
        // When
        HttpResponse<String> answer = served.get("/webhooks/github");

        // Then
        assertThat(answer.statusCode()).isEqualTo(405);
    }

    private static Map<String, String> with(String header, String value) {
        Map<String, String> headers = new HashMap<>(Served.delivery("issues", OPENED));
        headers.put(header, value);
        return headers;
    }

    private static byte[] openedIssue() {
        return Payload.bytes(Payload.issue("opened", 12, AT));
    }
}
