// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.contract.Topics;
import dev.hallway.ingest.access.Access;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.standalone.Cluster;
import dev.hallway.standalone.DataDirectory;
import dev.hallway.standalone.Hallway;
import dev.hallway.standalone.HallwayParts;
import dev.hallway.standalone.HallwaySettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a delivery of GitHub's to a changed row, over the real broker and registry. */
@SuppressWarnings("NullAway.Init") // Set before the tests.
class WebhookTest {

    private static final String REPOSITORY = "Small/Town";
    private static final String WEEK = "small/town|2024-W02";

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
                    SignedDelivery.of(SignedDelivery.opened("Wish"), hallway).statusCode(),
                    SignedDelivery.of(SignedDelivery.opened("Wish"), hallway).statusCode());

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
            HttpResponse<String> answer = SignedDelivery.of(SignedDelivery.opened("x".repeat(2_000_000)), hallway);

            // Then
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("'title' is longer than GitHub allows");
        }
    }

    private Hallway start() {
        HallwaySettings settings = new HallwaySettings(
                List.of(REPOSITORY), github.url(), Access.anonymous(), DataDirectory.prepare(directory), 0, 0, 0);
        return Hallway.start(
                settings.withWebhooks(SignedDelivery.received()), new HallwayParts(), new PlausibleWatcher());
    }

    private static URI address(Hallway hallway, String path) {
        return hallway.webhooks().orElseThrow().resolve(path);
    }

    private static int ready(Hallway hallway) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address(hallway, "/health/ready")).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static long issuesOpened(Cluster cluster) {
        JsonNode week = MetricTopic.latest(
                        Topics.FLOW.name(),
                        Objects.requireNonNull(cluster.kafka().get("bootstrap.servers")),
                        cluster.registry().url())
                .get(WEEK);
        return week == null ? 0 : week.path("issuesOpened").asLong();
    }
}
