// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.standalone.failure.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

    @Test
    void shouldKeepRecordsAndIdentityAcrossARestart(@TempDir Path directory) throws Exception {
        // Given
        String clusterId;
        try (EmbeddedBroker first = EmbeddedBroker.start(directory, 0)) {
            clusterId = first.clusterId();
            createTopic(first);
            send(first, "before");
        }

        // When
        try (EmbeddedBroker second = EmbeddedBroker.start(directory, 0)) {
            send(second, "after");

            // Then
            assertThat(second.clusterId()).isEqualTo(clusterId);
            assertThat(second.bootstrapServers()).startsWith("127.0.0.1:");
            assertThat(readTwo(second)).containsExactly("before", "after");
        }
    }

    @Test
    void shouldServeAgainOnWhatAKilledBrokerLeft(@TempDir Path directory, @TempDir Path left) throws Exception {
        // Given
        try (EmbeddedBroker killed = EmbeddedBroker.start(directory, 0)) {
            createTopic(killed);
            send(killed, "before");
            copy(directory, left);
        }
        assertThat(KilledBroker.left(directory)).isFalse();
        assertThat(KilledBroker.left(left)).isTrue();

        // When
        try (EmbeddedBroker next = EmbeddedBroker.start(left, 0)) {
            send(next, "after");

            // Then
            assertThat(readTwo(next)).containsExactly("before", "after");
        }
        assertThat(KilledBroker.left(left)).isFalse();
    }

    @Test
    void shouldSayThatThePortIsTaken(@TempDir Path directory) throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Given
            int port = other.getLocalPort();

            // When
            Failure failure = catchThrowableOfType(Failure.class, () -> EmbeddedBroker.start(directory, port));

            // Then
            assertThat(failure.exitCode()).isEqualTo(HallwayExitCode.PORT_TAKEN);
            assertThat(failure).hasMessageContaining("Port " + port).hasMessageContaining("--kafka-port");
        }
    }

    @Test
    void shouldSayThatTheDirectoryCannotBeUsed(@TempDir Path directory) throws IOException {
        // Given
        Path file = Files.createFile(directory.resolve("a-file"));

        // When
        Failure failure = catchThrowableOfType(Failure.class, () -> EmbeddedBroker.start(file.resolve("kafka"), 0));

        // Then
        assertThat(failure.exitCode()).isEqualTo(HallwayExitCode.DATA_DIRECTORY);
        assertThat(failure).hasMessageContaining(file.toString()).hasMessageContaining("--data-dir");
    }

    @Test
    void shouldUseOnlyPropertiesThatTheBrokerKnows(@TempDir Path directory) {
        // Given
        Properties whole = BrokerProperties.of(directory, 9092, 9093);
        Properties controllerAlone = BrokerProperties.ofControllerAlone(directory, 9093);

        // When
        Set<String> known = KafkaConfig.configDef().names();

        // Then
        assertThat(known).containsAll(whole.stringPropertyNames()).containsAll(controllerAlone.stringPropertyNames());
    }

    /** The files of a running broker are what it leaves when it is killed. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static void createTopic(EmbeddedBroker broker) throws Exception {
        Map<String, Object> config = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
        try (Admin admin = Admin.create(config)) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static void send(EmbeddedBroker broker, String value) throws Exception {
        Map<String, Object> config = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("kept", value)).get();
        }
    }

    private static List<String> readTwo(EmbeddedBroker broker) {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker.bootstrapServers(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest");
        List<String> values = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition("kept", 0)));
            for (int poll = 0; values.size() < 2 && poll < 60; poll++) {
                consumer.poll(Duration.ofSeconds(1)).forEach(polled -> values.add(polled.value()));
            }
        }
        return values;
    }
}
