// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.contract.PartitionChoice;
import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.TopicCreation;
import dev.hallway.contract.Topics;
import dev.hallway.ingest.IngestSettings;
import dev.hallway.ingest.Ingester;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.standalone.broker.EmbeddedBroker;
import dev.hallway.standalone.caughtup.CaughtUp;
import dev.hallway.standalone.registry.EmbeddedRegistry;
import dev.hallway.streams.http.HttpSettings;
import dev.hallway.streams.runtime.RuntimePolicy;
import dev.hallway.streams.runtime.StreamsRuntime;
import dev.hallway.streams.runtime.StreamsSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances that share the work. */
@SuppressWarnings("NullAway.Init") // Set before the tests.
class TwoInstancesTest {

    private static final List<String> TOWNS = IntStream.rangeClosed(1, 8)
            .mapToObj(number -> "small/town-" + number)
            .toList();
    private static final int ITEMS = 9;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path directory;

    private EmbeddedBroker broker;
    private EmbeddedRegistry registry;
    private Map<String, Object> kafka;
    private StreamsRuntime one;
    private StreamsRuntime other;

    @BeforeEach
    void start() throws Exception {
        broker = EmbeddedBroker.start(directory.resolve("kafka"), 0);
        registry = EmbeddedRegistry.start(directory.resolve("registry"), 0);
        kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (Admin admin = Admin.create(kafka)) {
            new TopicCreation(admin).createMissing(Topics.ALL, PartitionChoice.EMBEDDED);
        }
        one = instance("one");
        other = instance("other");
        ingest();
        try (CaughtUp caughtUp =
                new CaughtUp(kafka, RuntimePolicy.APPLICATION_ID, () -> one.unpublished() + other.unpublished())) {
            caughtUp.await(PATIENCE, progress -> assertThat(progress).isNotNull());
        }
    }

    @AfterEach
    void stop() {
        other.close();
        one.close();
        registry.close();
        broker.close();
    }

    @Test
    void shouldAnswerForEveryRepositoryFromEitherInstance() {
        // Given
        Awaiting.until(
                "both hold some repositories", () -> holders(one.address()) == 2 && holders(other.address()) == 2);

        // When
        Map<String, JsonNode> fromOne = figures(one.address());
        Map<String, JsonNode> fromOther = figures(other.address());

        // Then
        assertThat(fromOne).containsOnlyKeys(TOWNS).isEqualTo(fromOther);
        assertThat(fromOne.values()).allSatisfy(weeks -> assertThat(weeks).isNotEmpty());
        assertThat(repositories(one.address())).containsExactlyElementsOf(TOWNS);
        assertThat(repositories(other.address())).containsExactlyElementsOf(TOWNS);
    }

    @Test
    void shouldAnswerForEveryRepositoryOnceTheOtherInstanceIsGone() {
        // Given
        Map<String, JsonNode> before = figures(one.address());

        // When
        other.close();

        // Then
        Awaiting.until(
                "all is answered by the one left",
                () -> holders(one.address()) == 1 && figures(one.address()).size() == TOWNS.size());
        assertThat(figures(one.address())).isEqualTo(before);
        assertThat(repositories(one.address())).containsExactlyElementsOf(TOWNS);
    }

    private StreamsRuntime instance(String name) {
        Map<String, Object> quick = new HashMap<>(kafka);
        // The shortest the broker allows: an instance that stops is missed only after this.
        quick.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6_000);
        quick.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 200);
        return StreamsRuntime.start(new StreamsSettings(
                quick, SchemaRegistry.at(registry.url()), directory.resolve(name), HttpSettings.loopback(0), 1));
    }

    private void ingest() throws InterruptedException {
        try (SimulatedGitHub github = SmallCommunity.serve(SmallCommunity.of(TOWNS, ITEMS));
                Ingester ingester = Ingester.connect(
                        new IngestSettings(
                                github.url(),
                                Access.anonymous(),
                                TOWNS,
                                kafka,
                                SchemaRegistry.at(registry.url()),
                                IngestSettings.ONLY_INGEST,
                                Duration.ofMinutes(1)),
                        new Silent())) {
            assertThat(ingester.runCycle().complete()).isTrue();
        }
    }

    /** How many instances it takes to answer for all repositories. */
    private static long holders(URI asked) {
        return TOWNS.stream()
                .flatMap(town -> flow(asked, town).stream())
                .map(answer -> answer.path("freshness").path("servedBy").asText())
                .distinct()
                .count();
    }

    private static Map<String, JsonNode> figures(URI asked) {
        return TOWNS.stream()
                .flatMap(town -> flow(asked, town).stream().map(answer -> Map.entry(town, answer.path("data"))))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Optional<JsonNode> flow(URI asked, String repository) {
        return Answers.ask(asked, Answers.REPOSITORIES + "/" + repository + "/flow");
    }

    private static Stream<String> repositories(URI asked) {
        JsonNode list = Answers.ask(asked, Answers.REPOSITORIES).orElseThrow().path("data");
        return StreamSupport.stream(list.spliterator(), false)
                .map(view -> view.path("repository").asText());
    }

    private static final class Silent implements IngestListener {

        @Override
        public void waiting(Duration duration, String reason) {
            throw new AssertionError("There is no limit to wait for: " + reason);
        }
    }
}
