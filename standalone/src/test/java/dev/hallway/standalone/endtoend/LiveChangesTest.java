// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallway.contract.PartitionChoice;
import dev.hallway.contract.Topic;
import dev.hallway.contract.TopicCreation;
import dev.hallway.contract.Topics;
import dev.hallway.ingest.IngestSettings;
import dev.hallway.ingest.Ingester;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.streams.http.HttpSettings;
import dev.hallway.streams.runtime.StreamsRuntime;
import dev.hallway.streams.runtime.StreamsSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What those hear who listen to changes, over the real broker and registry. */
@SuppressWarnings("NullAway.Init") // Set before the tests.
class LiveChangesTest {

    private static final List<String> TOWNS = IntStream.rangeClosed(1, 8)
            .mapToObj(number -> "small/town-" + number)
            .toList();
    private static final String PROBE = "small/probe";
    private static final byte[] ROW = "a row".getBytes(StandardCharsets.UTF_8);
    private static final byte @Nullable [] TAKEN_BACK = null;

    @TempDir
    private Path directory;

    private FragileCluster cluster;

    @BeforeEach
    void start() throws Exception {
        cluster = new FragileCluster(directory);
        try (Admin admin = Admin.create(cluster.clients())) {
            new TopicCreation(admin).createMissing(Topics.ALL, PartitionChoice.EMBEDDED);
        }
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void shouldHearFromEitherInstanceWhatBothPublish() throws IOException, InterruptedException {
        // Given
        try (StreamsRuntime one = instance("one");
                StreamsRuntime other = instance("other");
                ToldChanges fromOne = ToldChanges.by(one.address());
                ToldChanges fromOther = ToldChanges.by(other.address())) {
            awaitFeed(fromOne);
            awaitFeed(fromOther);

            // When
            ingest();

            // Then
            Awaiting.until("one tells all", () -> fromOne.all("repository").containsAll(TOWNS));
            Awaiting.until(
                    "the other tells all", () -> fromOther.all("repository").containsAll(TOWNS));
            Awaiting.until("rows of weeks and stories are told", () -> fromOne.all("table")
                    .containsAll(List.of("flow", "contributor-diversity", "stories")));
            assertThat(fromOne.all("week")).allMatch(week -> week.matches("2024-W\\d\\d"));
            assertThat(fromOne.all("servedBy")).containsExactly(one.address().getAuthority());
        }
    }

    @Test
    void shouldHearOfCommittedRowsOnly() throws Exception {
        // Given
        try (StreamsRuntime runtime = instance("one");
                ToldChanges told = ToldChanges.by(runtime.address());
                KafkaProducer<String, byte[]> producer = producer(Map.of("transactional.id", "some-task"))) {
            awaitFeed(told);
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, Topics.FLOW, "small/undone|2024-W02", ROW);
            producer.abortTransaction();

            // When
            producer.beginTransaction();
            send(producer, Topics.MERGING, "small/town|2024-W02", TAKEN_BACK);
            send(producer, Topics.STORIES, "small/town#7", ROW);
            producer.commitTransaction();

            // Then
            Awaiting.until("both are told", () -> told.all("repository").contains("small/town"));
            Awaiting.until("both are told", () -> told.all("number").contains("7"));
            assertThat(told.all("repository")).containsOnly(PROBE, "small/town");
            assertThat(told.data())
                    .contains(
                            Answers.parse("{\"table\":\"merging\",\"repository\":\"small/town\",\"week\":\"2024-W02\","
                                    + "\"deleted\":true}"),
                            Answers.parse("{\"table\":\"stories\",\"repository\":\"small/town\",\"number\":7}"));
        }
    }

    @Test
    void shouldGoOnWhenKafkaIsBack() throws Exception {
        // Given
        try (StreamsRuntime runtime = instance("one");
                ToldChanges told = ToldChanges.by(runtime.address())) {
            awaitFeed(told);
            cluster.stopBroker();
            cluster.repair();

            // When
            try (KafkaProducer<String, byte[]> producer = producer(Map.of())) {
                send(producer, Topics.FLOW, "small/town|2024-W02", ROW);
            }

            // Then
            Awaiting.until("it is told", () -> told.all("repository").contains("small/town"));
        }
    }

    @Test
    void shouldEndStreamsAndThreadsWhenItStops() throws Exception {
        // Given
        List<String> before = threads();
        StreamsRuntime runtime = instance("one");
        assertThat(threads()).contains("event-stream", "follow-changes");
        try (ToldChanges told = ToldChanges.by(runtime.address())) {
            // When
            runtime.close();

            // Then
            assertThatCode(() -> told.ended().get()).doesNotThrowAnyException();
            assertThat(threads()).isEqualTo(before);
        }
    }

    @Test
    void shouldLeaveNothingBehindWhenItCannotStart() {
        // Given
        try (StreamsRuntime holder = instance("taken")) {
            List<String> before = threads();

            // When, Then
            assertThatThrownBy(() -> instance("taken")).hasMessageContaining("same state directory");
            assertThat(threads()).isEqualTo(before);
            assertThat(Answers.ask(holder.address(), "/health/live")).isPresent();
        }
    }

    /** Waits until it tells what is published. */
    private void awaitFeed(ToldChanges told) {
        try (KafkaProducer<String, byte[]> producer = producer(Map.of())) {
            Awaiting.until("changes are followed", () -> {
                send(producer, Topics.DIGESTS, PROBE + "|2024-W01", ROW);
                return told.all("repository").contains(PROBE);
            });
        }
    }

    private StreamsRuntime instance(String name) {
        return StreamsRuntime.start(new StreamsSettings(
                cluster.clients(), cluster.schemas(), directory.resolve(name), HttpSettings.loopback(0), 1));
    }

    private void ingest() throws InterruptedException {
        try (SimulatedGitHub github = SmallCommunity.serve(SmallCommunity.of(TOWNS, 9));
                Ingester ingester = Ingester.connect(
                        new IngestSettings(
                                github.url(),
                                Access.anonymous(),
                                TOWNS,
                                cluster.clients(),
                                cluster.schemas(),
                                IngestSettings.ONLY_INGEST,
                                Duration.ofMinutes(1)),
                        new Unlimited())) {
            assertThat(ingester.runCycle().complete()).isTrue();
        }
    }

    private KafkaProducer<String, byte[]> producer(Map<String, Object> further) {
        Map<String, Object> config = new HashMap<>(cluster.clients());
        config.putAll(further);
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    private static void send(
            KafkaProducer<String, byte[]> producer, Topic<?, ?> topic, String key, byte @Nullable [] value) {
        try {
            producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException("The row was not written.", refused);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("Nobody interrupts this thread.", interrupted);
        }
    }

    /** Those of servers and of what is told, of this process. */
    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.matches("event-stream|follow-changes|http-watch"))
                .sorted()
                .toList();
    }

    private static final class Unlimited implements IngestListener {

        @Override
        public void waiting(Duration duration, String reason) {
            throw new AssertionError("There is no limit to wait for: " + reason);
        }
    }
}
