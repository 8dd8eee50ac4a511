// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.caughtup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hallway.contract.PartitionChoice;
import dev.hallway.contract.Topics;
import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.standalone.broker.EmbeddedBroker;
import dev.hallway.standalone.failure.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // Set before the tests.
class CaughtUpTest {

    private static final AtomicLong APPLICATIONS = new AtomicLong();
    private static final TopicPartition INPUT = new TopicPartition(Topics.ISSUES.name(), 0);

    @TempDir
    private static Path directory;

    private static EmbeddedBroker broker;
    private static Map<String, Object> client;
    private static Admin admin;
    private static KafkaProducer<String, String> producer;

    private final AtomicLong unpublished = new AtomicLong();
    private String application;
    private TopicPartition repartition;
    private TopicPartition changelog;
    private CaughtUp caughtUp;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = EmbeddedBroker.start(directory, 0);
        client = Map.of("bootstrap.servers", broker.bootstrapServers());
        admin = Admin.create(client);
        admin.createTopics(List.of(Topics.ISSUES.toNewTopic(PartitionChoice.EMBEDDED, (short) 1)))
                .all()
                .get();
        Map<String, Object> transactional =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "tests");
        producer = new KafkaProducer<>(transactional, new StringSerializer(), new StringSerializer());
        producer.initTransactions();
    }

    @AfterAll
    static void stopBroker() {
        producer.close();
        admin.close();
        broker.close();
    }

    @BeforeEach
    void startApplication() throws Exception {
        application = "app" + APPLICATIONS.incrementAndGet();
        repartition = new TopicPartition(application + "-by-story-repartition", 0);
        changelog = new TopicPartition(application + "-stories-changelog", 0);
        admin.createTopics(List.of(
                        new NewTopic(repartition.topic(), 1, (short) 1), new NewTopic(changelog.topic(), 1, (short) 1)))
                .all()
                .get();
        caughtUp = new CaughtUp(client, application, unpublished::get);
    }

    @AfterEach
    void stopApplication() {
        caughtUp.close();
    }

    @Test
    void shouldCountWhatIsNotRead() throws Exception {
        // Given
        committed(INPUT, "a");
        read(INPUT);
        committed(repartition, "b", "c");

        // When
        StreamsProgress progress = caughtUp.measure();

        // Then
        assertThat(progress.lag()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void shouldReturnOnceEverythingIsReadAndCommitted() throws Exception {
        // Given
        committed(INPUT, "a");
        committed(repartition, "b");
        committed(changelog, "c");
        read(INPUT);
        read(repartition);
        List<StreamsProgress> looks = new ArrayList<>();

        // When
        caughtUp.await(Duration.ofMinutes(1), looks::add);

        // Then
        assertThat(looks).hasSizeGreaterThanOrEqualTo(2).last().satisfies(look -> {
            assertThat(look.lag()).isZero();
            assertThat(look.openTransactions()).isZero();
        });
    }

    @Test
    void shouldNotTakeMarkersOfAnAbortedTransactionForRecords() throws Exception {
        // Given
        read(INPUT);
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(repartition.topic(), 0, "k", "never seen"))
                .get();
        producer.abortTransaction();
        List<StreamsProgress> looks = new ArrayList<>();

        // When
        caughtUp.await(Duration.ofMinutes(1), looks::add);

        // Then
        assertThat(looks).last().satisfies(look -> {
            assertThat(look.ends().get(repartition)).isEqualTo(2);
            assertThat(look.lag()).isZero();
        });
    }

    @Test
    void shouldSeeATransactionThatIsStillOpen() throws Exception {
        // Given
        read(INPUT);
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(changelog.topic(), 0, "k", "half done"))
                .get();

        // When
        StreamsProgress progress = caughtUp.measure();

        // Then
        producer.commitTransaction();
        assertThat(progress.openTransactions()).isEqualTo(1);
        assertThat(progress.lag()).isZero();
    }

    @Test
    void shouldGiveUpWhenNothingMovesAlthoughWeeksAreUnpublished() throws Exception {
        // Given
        read(INPUT);
        unpublished.set(3);

        // When
        Failure failure = catchThrowableOfType(
                Failure.class,
                () -> caughtUp.await(
                        Duration.ZERO, progress -> assertThat(progress).isNotNull()));

        // Then
        assertThat(failure.exitCode()).isEqualTo(HallwayExitCode.TIMED_OUT);
        assertThat(failure).hasMessageContaining("3 weeks unpublished");
    }

    private static void committed(TopicPartition partition, String... values) throws Exception {
        producer.beginTransaction();
        for (String value : values) {
            producer.send(new ProducerRecord<>(partition.topic(), partition.partition(), "k", value))
                    .get();
        }
        producer.commitTransaction();
    }

    private void read(TopicPartition partition) throws Exception {
        long end = caughtUp.measure().ends().getOrDefault(partition, 0L);
        admin.alterConsumerGroupOffsets(application, Map.of(partition, new OffsetAndMetadata(end)))
                .all()
                .get();
    }
}
