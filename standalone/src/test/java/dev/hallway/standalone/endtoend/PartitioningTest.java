// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallway.contract.RepositoryPartitioner;
import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import dev.hallway.contract.UnevenPartitionsException;
import dev.hallway.github.Issue;
import dev.hallway.ingest.IngestSettings;
import dev.hallway.ingest.Ingester;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.publish.FactSink;
import dev.hallway.ingest.publish.KafkaFactSink;
import dev.hallway.ingest.publish.OutgoingRecord;
import dev.hallway.ingest.publish.Write;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.standalone.broker.EmbeddedBroker;
import dev.hallway.standalone.registry.EmbeddedRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where ingest's records lie in a real broker. */
@SuppressWarnings("NullAway.Init") // Set before the tests.
class PartitioningTest {

    private static final List<String> TOWNS = IntStream.rangeClosed(1, 4)
            .mapToObj(number -> "small/town-" + number)
            .toList();
    private static final int PARTITIONS = 7;
    private static final Duration POLL = Duration.ofMillis(200);

    private EmbeddedBroker broker;
    private EmbeddedRegistry registry;
    private Map<String, Object> kafka;

    @BeforeEach
    void start(@TempDir Path directory) {
        broker = EmbeddedBroker.start(directory.resolve("kafka"), 0);
        registry = EmbeddedRegistry.start(directory.resolve("registry"), 0);
        kafka = Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "partitioner.class", RoundRobinPartitioner.class.getName());
    }

    @AfterEach
    void stop() {
        registry.close();
        broker.close();
    }

    @Test
    void shouldPutWhatIsReadIntoThePartitionOfItsRepositoryWhateverTheUserConfigures() throws Exception {
        // When
        ingest();

        // Then
        assertThat(records(Topics.REPOSITORIES)).hasSizeGreaterThanOrEqualTo(TOWNS.size());
        assertThat(records(Topics.ISSUES)).isNotEmpty();
        for (Topic<?, ?> topic : Topics.INPUTS) {
            assertThat(records(topic)).as(topic.name()).allSatisfy(PartitioningTest::liesInItsPartition);
        }
    }

    @Test
    void shouldPutWhatIsDeliveredIntoThePartitionOfItsRepositoryWhateverTheUserConfigures() throws Exception {
        // Given
        ingest();
        int before = records(Topics.ISSUES).size();

        // When
        List<Write> writes = new ArrayList<>();
        try (FactSink sink = new KafkaFactSink(kafka, SchemaRegistry.at(registry.url()), Clock.systemUTC())) {
            for (int number = 1_001; number <= 1_005; number++) {
                writes.add(sink.write(issue(number)));
            }
        }

        // Then
        assertThat(writes).hasOnlyElementsOfType(Write.Durable.class);
        assertThat(records(Topics.ISSUES)).hasSize(before + 5).allSatisfy(PartitioningTest::liesInItsPartition);
    }

    @Test
    void shouldKeepTheNumberThatTheTopicsHave() throws Exception {
        // Given
        create(Topics.COMMENTS, 3);

        // When
        ingest();

        // Then
        Set<Integer> partitions =
                records(Topics.ISSUES).stream().map(ConsumerRecord::partition).collect(Collectors.toSet());
        assertThat(partitions).isNotEmpty().allMatch(partition -> partition < 3);
    }

    @Test
    void shouldNotReadIntoTopicsThatDiffer() throws Exception {
        // Given
        create(Topics.COMMENTS, 3);
        create(Topics.ISSUES, 4);

        // When
        var refusal = assertThatThrownBy(this::ingest);

        // Then
        refusal.isInstanceOf(UnevenPartitionsException.class)
                .hasMessageContaining("hallway.github.comments has 3, hallway.github.issues has 4.");
    }

    private void ingest() throws InterruptedException {
        try (SimulatedGitHub github = SmallCommunity.serve(SmallCommunity.of(TOWNS, 9));
                Ingester ingester = Ingester.connect(
                        new IngestSettings(
                                        github.url(),
                                        Access.anonymous(),
                                        TOWNS,
                                        kafka,
                                        SchemaRegistry.at(registry.url()),
                                        IngestSettings.ONLY_INGEST,
                                        Duration.ofMinutes(1))
                                .partitionedInto(PARTITIONS),
                        new IngestListener() {})) {
            assertThat(ingester.runCycle().complete()).isTrue();
        }
    }

    /** Returns once the broker has heard of it from the controller. */
    private void create(Topic<?, ?> topic, int partitions) throws Exception {
        try (Admin admin = Admin.create(kafka)) {
            admin.createTopics(List.of(topic.toNewTopic(partitions, (short) 1)))
                    .all()
                    .get();
            Awaiting.until(
                    "the broker knows " + topic.name(), () -> known(admin).contains(topic.name()));
        }
    }

    private static Set<String> known(Admin admin) {
        try {
            return admin.listTopics().names().get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    private static OutgoingRecord<Issue> issue(int number) {
        Instant at = Instant.parse("2024-01-02T00:00:00Z");
        Issue issue = Issue.newBuilder()
                .setRepository("small/town-1")
                .setNumber(number)
                .setId(number)
                .setHtmlUrl("https://github.com/small/town-1/issues/" + number)
                .setTitle("Delivered")
                .setCreatedAt(at)
                .setUpdatedAt(at)
                .setObservedAt(at)
                .build();
        return new OutgoingRecord<>(Topics.ISSUES, "small/town-1#" + number, issue, at);
    }

    private static void liesInItsPartition(ConsumerRecord<String, byte[]> record) {
        assertThat(record.partition())
                .as(record.key())
                .isEqualTo(RepositoryPartitioner.partition(record.key(), PARTITIONS));
    }

    private List<ConsumerRecord<String, byte[]>> records(Topic<?, ?> topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        Map<String, Object> config = Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(records::add);
            }
        }
        return records;
    }
}
