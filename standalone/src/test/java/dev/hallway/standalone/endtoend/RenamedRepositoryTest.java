// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.contract.PartitionChoice;
import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.TopicCreation;
import dev.hallway.contract.Topics;
import dev.hallway.ingest.IngestSettings;
import dev.hallway.ingest.Ingester;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.access.EnvironmentAccess;
import dev.hallway.ingest.github.QuotaReserve;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.simulator.Account;
import dev.hallway.simulator.Entity;
import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.simulator.SimulatedRepository;
import dev.hallway.simulator.SimulationSettings;
import dev.hallway.standalone.broker.EmbeddedBroker;
import dev.hallway.standalone.caughtup.CaughtUp;
import dev.hallway.standalone.registry.EmbeddedRegistry;
import dev.hallway.streams.http.HttpSettings;
import dev.hallway.streams.runtime.RuntimePolicy;
import dev.hallway.streams.runtime.StreamsRuntime;
import dev.hallway.streams.runtime.StreamsSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two lanes on one Kafka, and a repository that is renamed: every figure has one history. */
@SuppressWarnings("NullAway.Init") // Set before the tests.
class RenamedRepositoryTest {

    private static final List<String> TOWNS = List.of("small/town", "other/town");
    private static final String RENAMED = "large/city";
    private static final Instant NOW = Instant.parse("2024-04-01T12:00:00Z");
    private static final Instant ANSWERED = Instant.parse("2024-03-20T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final SimulatedCommunity community = SmallCommunity.of(TOWNS, 30);

    @TempDir
    private Path directory;

    private EmbeddedBroker broker;
    private EmbeddedRegistry registry;
    private Map<String, Object> kafka;
    private StreamsRuntime streams;

    @BeforeEach
    void start() throws Exception {
        broker = EmbeddedBroker.start(directory.resolve("kafka"), 0);
        registry = EmbeddedRegistry.start(directory.resolve("registry"), 0);
        kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (Admin admin = Admin.create(kafka)) {
            new TopicCreation(admin).createMissing(Topics.ALL, PartitionChoice.EMBEDDED);
        }
        streams = StreamsRuntime.start(new StreamsSettings(
                kafka, SchemaRegistry.at(registry.url()), directory.resolve("streams"), HttpSettings.loopback(0), 1));
    }

    @AfterEach
    void stop() {
        streams.close();
        registry.close();
        broker.close();
    }

    @Test
    void shouldCountEverythingUnderTheNewNameAndNothingUnderTheOld() throws Exception {
        // Given
        ingest(NOW);
        long opened = opened("small/town");
        long openedElsewhere = opened("other/town");
        community.rename(community.repositories().get(1), RENAMED);

        // When
        CycleReport report = ingest(NOW.plus(Duration.ofDays(1)));

        // Then
        assertThat(report.canonicalNames()).containsExactly(RENAMED, "other/town");
        assertThat(opened).isPositive();
        assertThat(opened(RENAMED)).isEqualTo(opened);
        assertThat(opened("small/town")).isZero();
        assertThat(opened("other/town")).isEqualTo(openedElsewhere);
    }

    @Test
    void shouldLeadReferencesOfOtherRepositoriesToTheNewNameInEveryPartition() throws Exception {
        // Given
        List<Long> wishes = List.of(2L, 5L, 8L, 11L, 14L, 17L);
        SimulatedRepository elsewhere = community.repositories().get(0);
        wishes.forEach(wish -> elsewhere.put(Entity.PullRequest.opened(
                        100 + wish, Account.person(2, "ada"), "Elsewhere", "Fixes small/town#" + wish, ANSWERED)
                .merged(ANSWERED.plusSeconds(60))));
        ingest(NOW);
        assertThat(wishes)
                .allSatisfy(wish -> assertThat(state("small/town", wish)).isEqualTo("merged"));
        community.rename(community.repositories().get(1), RENAMED);

        // When
        ingest(NOW.plus(Duration.ofDays(1)));

        // Then
        assertThat(wishes).allSatisfy(wish -> assertThat(state(RENAMED, wish)).isEqualTo("merged"));
    }

    private String state(String repository, long number) {
        return Answers.ask(streams.address(), Answers.REPOSITORIES + "/" + repository + "/stories/" + number)
                .orElseThrow()
                .at("/data/state")
                .asText();
    }

    private CycleReport ingest(Instant now) throws Exception {
        Access twoLanes = EnvironmentAccess.read(
                Map.of("HALLWAY_GITHUB_TOKENS", "small=ghp_small,other=ghp_other"), QuotaReserve.USUAL);
        try (SimulatedGitHub github = SimulatedGitHub.start(
                        community, Clock.fixed(now, ZoneOffset.UTC), SimulationSettings.likeGitHub());
                Ingester ingester = Ingester.connect(
                        new IngestSettings(
                                github.url(),
                                twoLanes,
                                TOWNS,
                                kafka,
                                SchemaRegistry.at(registry.url()),
                                IngestSettings.ONLY_INGEST,
                                Duration.ofMinutes(1)),
                        new IngestListener() {});
                CaughtUp caughtUp = new CaughtUp(kafka, RuntimePolicy.APPLICATION_ID, () -> streams.unpublished())) {
            CycleReport report = ingester.runCycle();
            caughtUp.await(PATIENCE, progress -> assertThat(progress).isNotNull());
            return report;
        }
    }

    private long opened(String repository) {
        JsonNode weeks = Answers.ask(streams.address(), Answers.REPOSITORIES + "/" + repository + "/flow")
                .orElseThrow()
                .path("data");
        long sum = 0;
        for (JsonNode week : weeks) {
            sum += week.path("issuesOpened").asLong();
        }
        return sum;
    }
}
