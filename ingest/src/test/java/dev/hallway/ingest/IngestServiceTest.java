// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hallway.contract.SchemaRegistry;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.github.Token;
import dev.hallway.ingest.http.IngestHttpSettings;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.ingest.service.IngestService;
import dev.hallway.ingest.webhook.InMemoryFacts;
import dev.hallway.simulator.Fault;
import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.simulator.SimulationSettings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators see of an ingest that polls. */
class IngestServiceTest {

    private static final String NAME = "Hall/Way";
    private static final Duration POLL_INTERVAL = Duration.ofMinutes(1);

    private final SimulatedCommunity community = new SimulatedCommunity();
    private final RecordedWaits waits = new RecordedWaits();
    private final SimulatedGitHub github = SimulatedGitHub.start(community, waits, SimulationSettings.likeGitHub());
    private final IngestService service = new IngestService(
            new IngestHttpSettings("127.0.0.1", 0, Optional.empty(), Optional.empty()),
            new InMemoryFacts(),
            List.of(NAME),
            POLL_INTERVAL,
            waits);

    @AfterEach
    void stop() {
        service.close();
        github.close();
    }

    @Test
    void shouldNotBeReadyBeforeKafkaWasReached() throws IOException, InterruptedException {
        // When
        List<Integer> statuses =
                List.of(get("/health/live").statusCode(), get("/health/ready").statusCode());

        // Then
        assertThat(statuses).containsExactly(200, 503);
    }

    @Test
    void shouldBeReadyOnceKafkaWasReached() throws IOException, InterruptedException {
        // Given
        try (Ingester connected = ingester()) {
            assertThat(connected).isNotNull();

            // When
            HttpResponse<String> answer = get("/health/ready");

            // Then
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldCountWhatItAsksGitHub() throws IOException, InterruptedException {
        // Given
        Community.create(community, NAME, 30);
        github.faults().next("/issues/comments", Fault.badGateway());
        try (Ingester ingester = ingester()) {
            ingester.runCycle();
            ingester.runCycle();
        }

        // When
        String metrics = get("/metrics").body();

        // Then
        assertThat(metrics)
                .contains(
                        "hallway_ingest_github_requests_total{endpoint=\"/graphql\",status=\"200\"} 1.0",
                        "hallway_ingest_github_requests_total{endpoint=\"/repos/{owner}/{repo}/issues/comments\",status=\"502\"} 1.0",
                        "hallway_ingest_github_conditional_hits_total{endpoint=\"/repos/{owner}/{repo}/pulls\"} 1.0",
                        "hallway_ingest_github_retries_total{endpoint=\"/repos/{owner}/{repo}/issues/comments\"} 1.0",
                        "hallway_ingest_github_waits_seconds_count 1",
                        "hallway_ingest_github_quota_left 49",
                        "hallway_ingest_gaps{repository=\"Hall/Way\"} 0.0",
                        "hallway_ingest_records_total{stream=\"issues\"} 20.0");
    }

    @Test
    void shouldTellHowFarBehindARepositoryIs() throws IOException, InterruptedException {
        // Given
        Community.create(community, NAME, 3);
        try (Ingester ingester = ingester()) {
            ingester.runCycle();
        }
        waits.forward(Duration.ofSeconds(90));

        // When
        String metrics = get("/metrics").body();

        // Then
        assertThat(metrics).contains("hallway_ingest_lag_seconds{repository=\"Hall/Way\"} 90.0");
    }

    @Test
    void shouldTellTheStatusOfEveryRepository() throws IOException, InterruptedException {
        // Given
        Community.create(community, NAME, 30);
        github.faults().next("/issues\\?", new Fault.Reply(200, Map.of(), "[{\"id\": 4000, \"number\": 4}]"));
        github.faults().next("/issues/4$", new Fault.Reply(200, Map.of(), "{\"id\": 4000, \"number\": 4}"));
        try (Ingester ingester = ingester()) {
            ingester.runCycle();
        }

        // When
        JsonNode status = new ObjectMapper().readTree(get("/api/v1/status").body());

        // Then
        JsonNode repository = status.at("/repositories/0");
        assertThat(status.path("quotaLeft").asLong()).isPositive();
        assertThat(repository.path("repository").asText()).isEqualTo(NAME);
        assertThat(repository.path("historyComplete").asBoolean()).isTrue();
        assertThat(repository.path("syncedAt").asText()).startsWith("2024-09-01T12:00:");
        assertThat(repository.path("gaps")).hasSize(1);
        assertThat(repository.path("pollSeconds").asLong()).isEqualTo(60);
        assertThat(repository.path("lastPoll").asText()).startsWith("Hall/Way is up to date");
    }

    @Test
    void shouldKnowTheStatusOfTheRunBefore() throws IOException, InterruptedException {
        // Given
        community.renamedFrom("Old/Name", Community.create(community, NAME, 3));
        InMemorySink sink = new InMemorySink();
        try (Ingester ingester = ingester("Old/Name", sink, new IngestListener() {})) {
            ingester.runCycle();
        }
        try (IngestService next = new IngestService(
                        new IngestHttpSettings("127.0.0.1", 0, Optional.empty(), Optional.empty()),
                        new InMemoryFacts(),
                        List.of("Old/Name"),
                        POLL_INTERVAL,
                        waits);
                Ingester ingester = ingester("Old/Name", sink, next.listener(new IngestListener() {}))) {
            assertThat(ingester).isNotNull();

            // When
            JsonNode status =
                    new ObjectMapper().readTree(get(next, "/api/v1/status").body());

            // Then
            assertThat(status.at("/repositories/0/repository").asText()).isEqualTo(NAME);
            assertThat(status.at("/repositories/0/requestedName").asText()).isEqualTo("Old/Name");
            assertThat(status.at("/repositories/0/lastPoll").isNull()).isTrue();
        }
    }

    @Test
    void shouldSayWhatThereIs() throws IOException, InterruptedException {
        // When
        HttpResponse<String> answer = get("/nowhere");

        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("/webhooks/github", "/api/v1/status");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(service, path);
    }

    private static HttpResponse<String> get(IngestService service, String path)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(service.address().resolve(path)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private Ingester ingester() {
        return ingester(NAME, new InMemorySink(), service.listener(new IngestListener() {}));
    }

    private Ingester ingester(String repository, InMemorySink sink, IngestListener listener) {
        IngestSettings settings = new IngestSettings(
                github.url(),
                Access.with(new Token("ghp_verysecret")),
                List.of(repository),
                Map.of(),
                SchemaRegistry.at("mock://ingest-service-test"),
                IngestSettings.ONLY_INGEST,
                POLL_INTERVAL);
        return new Ingester(settings, sink, waits.environment(), listener);
    }
}
