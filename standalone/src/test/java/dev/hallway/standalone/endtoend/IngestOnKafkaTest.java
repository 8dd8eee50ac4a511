// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallway.contract.PartitionChoice;
import dev.hallway.contract.RepositoryPartitioner;
import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topics;
import dev.hallway.github.IngestStream;
import dev.hallway.github.Issue;
import dev.hallway.ingest.IngestSettings;
import dev.hallway.ingest.Ingester;
import dev.hallway.ingest.ResilientIngest;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.publish.InputTopics;
import dev.hallway.ingest.publish.SupersededException;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.standalone.broker.EmbeddedBroker;
import dev.hallway.standalone.registry.EmbeddedRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ingest does on a real broker that is not always kind to it. */
@SuppressWarnings("NullAway.Init") // Set before the tests.
class IngestOnKafkaTest {

    private static final String REPOSITORY = "small/town";
    private static final int ITEMS = 60;
    private static final int SUPERSEDED = 12;
    private static final int SIGKILLED = 128 + 9;
    private static final int KILLS = 4;
    private static final SimulatedCommunity COMMUNITY = SmallCommunity.of(List.of(REPOSITORY), ITEMS);

    private static SortedSet<String> undisturbed;

    @TempDir
    private Path directory;

    private final SimulatedGitHub github = SmallCommunity.serve(COMMUNITY);
    private final List<String> waited = new ArrayList<>();
    private final AtomicBoolean complete = new AtomicBoolean();
    private EmbeddedBroker broker;
    private EmbeddedRegistry registry;

    @BeforeAll
    static void readUndisturbed(@TempDir Path quiet) throws InterruptedException {
        try (SimulatedGitHub server = SmallCommunity.serve(COMMUNITY);
                EmbeddedBroker kafka = EmbeddedBroker.start(quiet.resolve("kafka"), 0);
                EmbeddedRegistry schemas = EmbeddedRegistry.start(quiet.resolve("registry"), 0);
                Ingester ingester =
                        Ingester.connect(settings(server, kafka, SchemaRegistry.at(schemas.url())), silent())) {
            assertThat(ingester.runCycle().complete()).isTrue();
            undisturbed = WrittenFacts.of(clients(kafka), SchemaRegistry.at(schemas.url()));
        }
    }

    @BeforeEach
    void start() {
        broker = EmbeddedBroker.start(directory.resolve("kafka"), 0);
        registry = EmbeddedRegistry.start(directory.resolve("registry"), 0);
    }

    @AfterEach
    void stop() {
        registry.close();
        broker.close();
        github.close();
    }

    @Test
    void shouldShutOutTheOlderOfTwoThatWereStartedByMistake() throws Exception {
        try (HallwayProcess older = ingest("--poll-interval", "1")) {
            // Given
            Awaiting.until(
                    "the older is at work",
                    () -> older.err().contains(REPOSITORY + " is up to date") || !older.isAlive());

            // When
            CycleReport newer = cycle();

            // Then
            assertThat(newer.complete()).isTrue();
            assertThat(older.end()).as(older.err()).isEqualTo(SUPERSEDED);
            assertThat(older.err().lines())
                    .last()
                    .asString()
                    .startsWith("Another ingest with the id 'hallway-ingest' has started on this Kafka")
                    .contains("--ingest-id");
            assertThat(older.err()).doesNotContain("\tat ");
        }
    }

    @Test
    void shouldLetTheOlderCommitNothingMore() throws InterruptedException {
        try (Ingester older = Ingester.connect(settings(), silent());
                Ingester newer = Ingester.connect(settings(), silent())) {
            // When
            var refusal = assertThatThrownBy(older::runCycle);

            // Then
            refusal.isInstanceOf(SupersededException.class);
            assertThat(newer.runCycle().complete()).isTrue();
            assertThat(facts()).isEqualTo(undisturbed);
        }
    }

    @Test
    void shouldWriteTheSameFactsWhenKilledAtRandom() throws Exception {
        // Given
        Random moments = new Random(20_261_121);
        for (int kill = 0; kill < KILLS; kill++) {
            github.forgetRequests();
            int requests = 1 + moments.nextInt(ITEMS / 4);
            try (HallwayProcess run = ingest()) {
                Awaiting.until(
                        requests + " requests are answered",
                        () -> github.requests().size() >= requests || !run.isAlive());
                assertThat(run.kill()).as(run.err()).isEqualTo(SIGKILLED);
            }
        }

        // When
        try (HallwayProcess run = ingest("--once")) {
            assertThat(run.end()).as(run.err()).isZero();
        }

        // Then
        assertThat(facts()).isEqualTo(undisturbed);
    }

    @Test
    void shouldUndoThePageThatWasUnderWayWhenItWasKilled() throws Exception {
        // Given
        InputTopics.createMissing(clients(broker), PartitionChoice.ON_A_CLUSTER);
        KafkaProducer<String, byte[]> killed = producer();
        killed.initTransactions();
        killed.beginTransaction();
        killed.send(halfAPage()).get();

        // When
        cycle();

        // Then
        assertThat(facts()).isEqualTo(undisturbed);
        killed.close(Duration.ZERO);
    }

    @Test
    void shouldPullEverythingAgainWhenTheTopicOfCursorsIsLost() throws Exception {
        // Given
        cycle();
        try (Admin admin = Admin.create(clients(broker))) {
            admin.deleteTopics(List.of(Topics.INGEST_CURSORS.name())).all().get();
        }
        github.forgetRequests();

        // When
        CycleReport report = cycle();

        // Then
        assertThat(report.complete()).isTrue();
        assertThat(report.requests()).isGreaterThan(SmallCommunity.pullRequests(ITEMS));
        assertThat(facts()).isEqualTo(undisturbed);
    }

    @Test
    void shouldGoOnWhenTheBrokerComesBack() throws InterruptedException {
        // Given
        int port = Integer.parseInt(broker.bootstrapServers().replaceAll(".*:", ""));
        IngestListener listener = new Watching(page -> {
            if (page == 3) {
                broker.close();
            }
        });

        // When
        lasting(settings(), listener, () -> broker = EmbeddedBroker.start(directory.resolve("kafka"), port));

        // Then
        assertThat(waited).isNotEmpty();
        assertThat(waited.get(0)).startsWith("Kafka or the schema registry cannot be used: ");
        assertThat(facts()).isEqualTo(undisturbed);
    }

    @Test
    void shouldWaitForASchemaRegistryThatIsNotThereYet() throws InterruptedException {
        // Given
        IngestSettings settings = settings();
        int port = Integer.parseInt(registry.url().replaceAll(".*:", ""));
        registry.close();

        // When
        lasting(
                settings,
                new Watching(page -> {}),
                () -> registry = EmbeddedRegistry.start(directory.resolve("registry"), port));

        // Then
        assertThat(waited).hasSize(1);
        assertThat(facts()).isEqualTo(undisturbed);
    }

    private void lasting(IngestSettings settings, IngestListener listener, Runnable repair)
            throws InterruptedException {
        AtomicBoolean repaired = new AtomicBoolean();
        new ResilientIngest(
                        settings,
                        current -> Ingester.connect(current, listener),
                        wait -> {
                            if (repaired.compareAndSet(false, true)) {
                                repair.run();
                            }
                        },
                        listener)
                .run(complete::get);
    }

    private CycleReport cycle() throws InterruptedException {
        try (Ingester ingester = Ingester.connect(settings(), silent())) {
            return ingester.runCycle();
        }
    }

    private HallwayProcess ingest(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "ingest",
                REPOSITORY,
                "--github-url",
                github.url().toString(),
                "--bootstrap-servers",
                broker.bootstrapServers(),
                "--schema-registry",
                registry.url()));
        arguments.addAll(List.of(more));
        return HallwayProcess.start(directory, arguments.toArray(String[]::new));
    }

    private SortedSet<String> facts() {
        return WrittenFacts.of(clients(broker), SchemaRegistry.at(registry.url()));
    }

    private IngestSettings settings() {
        return settings(github, broker, SchemaRegistry.at(registry.url()));
    }

    private static IngestSettings settings(SimulatedGitHub github, EmbeddedBroker broker, SchemaRegistry registry) {
        return new IngestSettings(
                github.url(),
                Access.anonymous(),
                List.of(REPOSITORY),
                clients(broker),
                registry,
                IngestSettings.ONLY_INGEST,
                Duration.ofMinutes(1));
    }

    private static Map<String, Object> clients(EmbeddedBroker broker) {
        return Map.of("bootstrap.servers", broker.bootstrapServers(), "max.block.ms", "5000");
    }

    private KafkaProducer<String, byte[]> producer() {
        Map<String, Object> config = new HashMap<>(clients(broker));
        config.put("transactional.id", IngestSettings.ONLY_INGEST);
        RepositoryPartitioner.enforce(config);
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    /** A fact that is no longer true when the page is read again. */
    private ProducerRecord<String, byte[]> halfAPage() {
        Instant at = Instant.parse("2024-01-02T00:00:00Z");
        Issue issue = Issue.newBuilder()
                .setRepository(REPOSITORY)
                .setNumber(1)
                .setId(1)
                .setHtmlUrl("https://github.com/small/town/issues/1")
                .setTitle("Withdrawn")
                .setCreatedAt(at)
                .setUpdatedAt(at)
                .setObservedAt(at)
                .build();
        byte[] value = Topics.ISSUES
                .valueSerde(SchemaRegistry.at(registry.url()))
                .serializer()
                .serialize(Topics.ISSUES.name(), issue);
        return new ProducerRecord<>(Topics.ISSUES.name(), "small/town#1", value);
    }

    private static IngestListener silent() {
        return new IngestListener() {};
    }

    /** Notes waits and the end, and says when pages are committed. */
    private final class Watching implements IngestListener {

        private final IntConsumer afterPage;
        private int pages;

        Watching(IntConsumer afterPage) {
            this.afterPage = afterPage;
        }

        @Override
        public void waiting(Duration duration, String reason) {
            waited.add(reason);
        }

        @Override
        public void pageCommitted(String repository, IngestStream stream, int records) {
            afterPage.accept(++pages);
        }

        @Override
        public void cycleFinished(CycleReport report) {
            complete.set(report.complete());
        }
    }
}
