// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.contract.Topics;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.http.IngestHttpSettings;
import dev.hallway.ingest.webhook.WebhookSecrets;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.standalone.Cluster;
import dev.hallway.standalone.DataDirectory;
import dev.hallway.standalone.Hallway;
import dev.hallway.standalone.HallwayParts;
import dev.hallway.standalone.HallwaySettings;
import dev.hallway.standalone.Watcher;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a delivery of GitHub's to a changed row, over the real broker and registry. */
@SuppressWarnings("NullAway.Init") // Set before the tests.
class WebhookTest {

    private static final String REPOSITORY = "Small/Town";
    private static final String WEEK = "small/town|2024-W02";
    private static final String SECRET = "correct horse battery staple";
    private static final String OPENED = """
            {"action": "opened", "repository": {"id": 700000, "full_name": "Small/Town"},
             "issue": {"id": 5, "number": 1000, "html_url": "https://github.com/Small/Town/issues/1000",
             "title": "%s", "body": "", "state": "open", "user": {"id": 99, "login": "dora", "type": "User"},
             "author_association": "NONE", "labels": [],
             "created_at": "2024-01-10T10:00:00Z", "updated_at": "2024-01-10T10:00:00Z"}}""";

    @TempDir
    private Path directory;

    private final SimulatedGitHub github = SmallCommunity.serve(SmallCommunity.of(List.of(REPOSITORY), 12));

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void shouldChangeTheRowOfAWeekOnce() throws IOException, InterruptedException {
        // Given
        try (Hallway hallway = start()) {
            hallway.bringUpToDate();
            long before = issuesOpened(hallway.cluster());

            // When
            List<Integer> answers = List.of(
                    deliver(hallway, OPENED.formatted("Wish")).statusCode(),
                    deliver(hallway, OPENED.formatted("Wish")).statusCode());

            // Then
            assertThat(answers).containsExactly(202, 202);
            Awaiting.until("the delivery is counted", () -> issuesOpened(hallway.cluster()) > before);
            assertThat(issuesOpened(hallway.cluster())).isEqualTo(before + 1);
        }
    }

    @Test
    void shouldBeReadyWithoutWritingAnything() throws IOException, InterruptedException {
        // Given
        try (Hallway hallway = start()) {

            // When
            int ready = ready(hallway);

            // Then: nothing was polled yet, and no record came from getting ready
            assertThat(ready).isEqualTo(200);
            assertThat(WrittenFacts.of(
                            hallway.cluster().kafka(), hallway.cluster().registry()))
                    .isEmpty();
        }
    }

    @Test
    void shouldRefuseWhatIsLargerThanGitHubAllows() throws IOException, InterruptedException {
        // Given
        try (Hallway hallway = start()) {

            // When
            HttpResponse<String> answer = deliver(hallway, OPENED.formatted("x".repeat(2_000_000)));

            // Then
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("'title' is longer than GitHub allows");
        }
    }

    private Hallway start() {
        HallwaySettings settings = new HallwaySettings(
                List.of(REPOSITORY), github.url(), Access.anonymous(), DataDirectory.prepare(directory), 0, 0, 0);
        IngestHttpSettings webhooks =
                new IngestHttpSettings("127.0.0.1", 0, Optional.of(WebhookSecrets.of(SECRET)), Optional.empty());
        return Hallway.start(settings.withWebhooks(Optional.of(webhooks)), new HallwayParts(), new Unwatched());
    }

    private static HttpResponse<String> deliver(Hallway hallway, String payload)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address(hallway, "/webhooks/github"))
                .header("X-GitHub-Event", "issues")
                .header("X-GitHub-Delivery", "72d3162e-cc78-11e3-81ab-4c9367dc0958")
                .header("X-Hub-Signature-256", signature(payload))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(payload))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static URI address(Hallway hallway, String path) {
        return hallway.webhooks().orElseThrow().resolve(path);
    }

    private static int ready(Hallway hallway) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address(hallway, "/health/ready")).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static String signature(String payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static long issuesOpened(Cluster cluster) {
        JsonNode week = MetricTopic.latest(
                        Topics.FLOW.name(),
                        Objects.requireNonNull(cluster.kafka().get("bootstrap.servers")),
                        cluster.registry().url())
                .get(WEEK);
        return week == null ? 0 : week.path("issuesOpened").asLong();
    }

    private static final class Unwatched implements Watcher {

        @Override
        public void stage(String what) {
            assertThat(what).isNotBlank();
        }

        @Override
        public void progress(long done, long total) {
            assertThat(done).isNotNegative();
        }

        @Override
        public void note(String line) {
            assertThat(line).isNotBlank();
        }
    }
}
