// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.standalone.broker.BrokerLogs.Fault;
import dev.hallway.standalone.broker.BrokerLogs.Shortened;
import dev.hallway.standalone.broker.BrokerLogs.Unreadable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // Set before each test.
class BrokerLogsTest {

    private static final int RECORDS = 40;

    @TempDir
    private Path directory;

    @Test
    void shouldFindNothingWrongWithWhatABrokerLeft() throws Exception {
        // Given
        runBroker();

        // When
        List<Fault> found = BrokerLogs.faults(directory);

        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void shouldFindNothingWhereThereWasNoBroker() {
        // When, Then
        assertThat(BrokerLogs.faults(directory)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_000, 99_999})
    void shouldFindALogThatIsCutOff(int kept) throws Exception {
        // Given
        runBroker();
        cut(kept);

        // When
        List<Fault> found = BrokerLogs.faults(directory);

        // Then
        assertThat(found).singleElement().isInstanceOfSatisfying(Shortened.class, log -> {
            assertThat(log.partition()).isEqualTo("kept-0");
            assertThat(log.written()).isEqualTo(RECORDS);
            assertThat(log.end()).isLessThan(RECORDS).isGreaterThanOrEqualTo(kept / 5_000);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"kept 0 many", "kept\0 0 40", "kept one 40 and more\nkept 0 many"})
    void shouldFindThatWhatTheBrokerNotedIsNonsense(String entry) throws Exception {
        // Given
        Path checkpoint = note(entry);

        // When
        List<Fault> found = BrokerLogs.faults(directory);

        // Then
        assertThat(found).singleElement().isInstanceOfSatisfying(Unreadable.class, log -> assertThat(log.path())
                .isEqualTo(checkpoint));
    }

    @Test
    void shouldFindALogThatCannotBeReadAndGoOnToTheNext() throws Exception {
        // Given
        note("strange 0 40\nkept 0 40");
        Files.createDirectories(directory.resolve("strange-0/no-number.log"));
        Files.createDirectories(directory.resolve("kept-0"));
        Files.createFile(directory.resolve("kept-0/00000000000000000000.log"));

        // When
        List<Fault> found = BrokerLogs.faults(directory);

        // Then
        assertThat(found).hasSize(2).last().isEqualTo(new Shortened("kept-0", 0, 40));
        assertThat(found).first().isInstanceOfSatisfying(Unreadable.class, log -> assertThat(log.path())
                .isEqualTo(directory.resolve("strange-0")));
    }

    private Path note(String entries) throws IOException {
        return Files.writeString(directory.resolve("recovery-point-offset-checkpoint"), "0\n2\n" + entries + "\n");
    }

    private void cut(int kept) throws IOException {
        Path segment = directory.resolve("kept-0").resolve("00000000000000000000.log");
        try (FileChannel file = FileChannel.open(segment, StandardOpenOption.WRITE)) {
            file.truncate(kept);
        }
    }

    /** Each record in a batch of its own, large enough for the index to know some of them. */
    private void runBroker() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            try (Admin admin =
                    Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
                admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                        .all()
                        .get();
            }
            try (var producer = new KafkaProducer<>(
                    Map.<String, Object>of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()),
                    new StringSerializer(),
                    new StringSerializer())) {
                for (int number = 0; number < RECORDS; number++) {
                    producer.send(new ProducerRecord<>("kept", "x".repeat(3_000)))
                            .get();
                }
            }
        }
    }
}
