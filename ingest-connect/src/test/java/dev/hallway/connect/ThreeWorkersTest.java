// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import dev.hallway.github.IngestCursor;
import dev.hallway.github.Repository;
import dev.hallway.ingest.IngestSettings;
import dev.hallway.ingest.Ingester;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.github.Token;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.simulator.Fault;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.standalone.broker.EmbeddedBroker;
import dev.hallway.standalone.registry.EmbeddedRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged plugin in workers of Kafka Connect, in distributed mode, with exactly-once sources. */
@Tag("real-workers")
class ThreeWorkersTest {

    private static final List<String> REPOSITORIES = List.of("Hall/Way", "hall/stand", "porch/light");
    private static final List<String> TOKENS = List.of("ghp_first", "ghp_second");
    private static final String CONNECTOR = "github";
    private static final String BYTES = "org.apache.kafka.connect.converters.ByteArrayConverter";
    private static final int ITEMS = 150;

    private EmbeddedBroker broker;
    private EmbeddedRegistry registry;
    private SimulatedGitHub github;
    private ConnectCluster connect;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        broker = EmbeddedBroker.start(directory.resolve("kafka"), 0);
        registry = EmbeddedRegistry.start(directory.resolve("registry"), 0);
        github = Village.serve(Village.of(REPOSITORIES, ITEMS), Set.copyOf(TOKENS));
        connect = ConnectCluster.start(directory, 3, broker.bootstrapServers());
    }

    @AfterEach
    void stop() {
        connect.close();
        github.close();
        registry.close();
        broker.close();
    }

    @Test
    void shouldWriteWhatTheIngestAloneWritesThoughAWorkerIsKilled()
            throws IOException, InterruptedException, ExecutionException {
        // Given
        ingestAlone();
        Map<String, Map<String, Integer>> expectedFacts = facts();
        List<Repository> expectedRepositories = repositories();
        List<IngestCursor> expectedCursors = cursorsWithoutEtags();
        deleteTopics();
        // The task of the first repository waits in the middle of its comments, and longer than its worker will live.
        github.faults().next("Hall/Way/issues/comments\\?.*since=20", Fault.tooManyRequests(3_600));
        connect.create(CONNECTOR, config());
        connect.awaitThat(
                "the task waits", () -> github.requests().stream().anyMatch(request -> request.status() == 429));
        connect.awaitThat(
                "Connect knows that both tasks run",
                () -> connect.workerOf(CONNECTOR, 0).isPresent()
                        && connect.workerOf(CONNECTOR, 1).isPresent());
        ConnectWorker killed = connect.workerOf(CONNECTOR, 0).orElseThrow();
        int committedBefore = topic(Topics.COMMENTS).records().size();

        // When
        killed.kill();
        connect.awaitThat("every repository is read", () -> repositories().equals(expectedRepositories));

        // Then
        assertThat(facts()).isEqualTo(expectedFacts);
        assertThat(cursorsWithoutEtags()).isEqualTo(expectedCursors);
        assertThat(committedBefore)
                .isBetween(1, topic(Topics.COMMENTS).records().size() - 1);
        assertThat(connect.workerOf(CONNECTOR, 0)).isPresent().get().isNotSameAs(killed);
        assertThat(connect.workerOf(CONNECTOR, 1)).isPresent().get().isNotSameAs(killed);
        assertThat(plugin().path("version").asText()).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
        assertThat(storedStreams()).contains("hall/way reviews", "porch/light snapshot");
    }

    private void ingestAlone() throws InterruptedException {
        IngestSettings settings = new IngestSettings(
                github.url(),
                Access.with(new Token(TOKENS.get(0))),
                REPOSITORIES,
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                SchemaRegistry.at(registry.url()),
                IngestSettings.ONLY_INGEST,
                Duration.ofMinutes(1));
        try (Ingester ingester = Ingester.connect(settings, new IngestListener() {})) {
            assertThat(ingester.runCycle().complete()).isTrue();
        }
    }

    private void deleteTopics() throws InterruptedException, ExecutionException {
        List<String> names =
                new ArrayList<>(Topics.INPUTS.stream().map(Topic::name).toList());
        names.add(Topics.INGEST_CURSORS.name());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.deleteTopics(names).all().get();
        }
    }

    private Map<String, String> config() {
        return Map.ofEntries(
                Map.entry("connector.class", GitHubSourceConnector.class.getName()),
                Map.entry("tasks.max", "5"),
                Map.entry("exactly.once.support", "required"),
                Map.entry("transaction.boundary", "poll"),
                Map.entry("key.converter", BYTES),
                Map.entry("value.converter", BYTES),
                Map.entry("github.repositories", String.join(",", REPOSITORIES)),
                Map.entry("github.tokens", String.join(",", TOKENS)),
                Map.entry("github.url", github.url().toString()),
                Map.entry("github.poll.interval.ms", "1000"),
                Map.entry("schema.registry.url", registry.url()),
                Map.entry("kafka.bootstrap.servers", broker.bootstrapServers()));
    }

    private CommittedTopic topic(Topic<?, ?> topic) {
        return new CommittedTopic(broker.bootstrapServers(), topic.name());
    }

    private Map<String, Map<String, Integer>> facts() {
        return List.of(Topics.ISSUES, Topics.PULL_REQUESTS, Topics.COMMENTS, Topics.REVIEWS).stream()
                .collect(toMap(Topic::name, topic -> topic(topic).records()));
    }

    private List<Repository> repositories() {
        return latest(Topics.REPOSITORIES);
    }

    /** GitHub gives every token ETags of its own. */
    private List<IngestCursor> cursorsWithoutEtags() {
        return latest(Topics.INGEST_CURSORS).stream()
                .map(cursor -> IngestCursor.newBuilder(cursor).setEtag(null).build())
                .toList();
    }

    private <V> List<V> latest(Topic<String, V> topic) {
        try (Deserializer<V> reader =
                topic.valueSerde(SchemaRegistry.at(registry.url())).deserializer()) {
            return topic(topic).latest().values().stream()
                    .map(value ->
                            reader.deserialize(topic.name(), Base64.getDecoder().decode(value)))
                    .toList();
        }
    }

    private JsonNode plugin() {
        for (JsonNode plugin : connect.get("/connector-plugins")) {
            if (plugin.path("class").asText().equals(GitHubSourceConnector.class.getName())) {
                return plugin;
            }
        }
        throw new AssertionError("The plugin is not installed.");
    }

    private List<String> storedStreams() {
        List<String> streams = new ArrayList<>();
        connect.get("/connectors/" + CONNECTOR + "/offsets").path("offsets").forEach(offset -> {
            JsonNode partition = offset.path("partition");
            streams.add(partition.path("repository").asText() + " "
                    + partition.path("stream").asText());
        });
        return streams;
    }
}
