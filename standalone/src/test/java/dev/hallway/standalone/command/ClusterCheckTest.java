// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.Format;
import dev.hallway.contract.InputPartitions;
import dev.hallway.contract.PartitionChoice;
import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.TopicCreation;
import dev.hallway.contract.Topics;
import dev.hallway.standalone.broker.EmbeddedBroker;
import dev.hallway.standalone.registry.EmbeddedRegistry;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewPartitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterCheckTest {

    private static final String NOBODY_LISTENS = "127.0.0.1:1";

    @Test
    void shouldSayWhichTopicsAKafkaHas(@TempDir Path directory) throws Exception {
        // Given
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
                Admin admin =
                        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
            Optional<String> servers = Optional.of(broker.bootstrapServers());

            // When
            Finding empty = ClusterCheck.kafka(null, servers);
            new TopicCreation(admin).createMissing(Topics.ALL, PartitionChoice.EMBEDDED);
            Finding full = ClusterCheck.kafka(null, servers);

            // Then
            assertThat(empty.line()).startsWith("ok").contains("without", Topics.ISSUES.name());
            assertThat(full.line()).startsWith("ok").contains("1 broker", "all of Hallway's topics");
        }
    }

    @Test
    void shouldSayThatInputTopicsDifferInTheirPartitions(@TempDir Path directory) throws Exception {
        // Given
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
                Admin admin =
                        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
            new TopicCreation(admin).createMissing(Topics.ALL, PartitionChoice.EMBEDDED);
            admin.createPartitions(Map.of(Topics.ISSUES.name(), NewPartitions.increaseTo(5)))
                    .all()
                    .get();

            while (!(InputPartitions.read(admin) instanceof InputPartitions.Disagreed)) {
                Thread.onSpinWait();
            }

            // When
            Finding finding = ClusterCheck.kafka(null, Optional.of(broker.bootstrapServers()));

            // Then
            assertThat(finding.healthy()).isFalse();
            assertThat(finding.line()).contains("hallway.github.issues has 5", "hallway.github.reviews has 4");
        }
    }

    @Test
    void shouldSayThatKafkaCannotBeReached() {
        // Given
        Optional<String> servers = Optional.of(NOBODY_LISTENS);

        // When
        Finding finding = ClusterCheck.kafka(null, servers);

        // Then
        assertThat(finding.healthy()).isFalse();
        assertThat(finding.line()).contains(NOBODY_LISTENS, "--bootstrap-servers");
    }

    @Test
    void shouldSayThatTheConfigurationFileIsMissing(@TempDir Path directory) {
        // Given
        Path missing = directory.resolve("client.properties");

        // When
        Finding finding = ClusterCheck.kafka(missing, Optional.empty());

        // Then
        assertThat(finding.healthy()).isFalse();
        assertThat(finding.line()).contains(missing.toString(), "does not exist");
    }

    @Test
    void shouldSayThatTheRegistryAnswers(@TempDir Path directory) {
        // Given
        try (EmbeddedRegistry registry = EmbeddedRegistry.start(directory, 0)) {
            SchemaRegistry there = SchemaRegistry.at(registry.url());

            // When
            Finding finding = ClusterCheck.registry(there);

            // Then: those of Hallway's topics are there from the start
            long subjects = Topics.ALL.stream()
                    .filter(topic -> topic.value() instanceof Format.Avro<?>)
                    .count();
            assertThat(finding.line()).startsWith("ok").contains(registry.url(), subjects + " subjects");
        }
    }

    @Test
    void shouldSayThatTheRegistryCannotBeReached() {
        // Given
        SchemaRegistry nobody = SchemaRegistry.at("http://" + NOBODY_LISTENS);

        // When
        Finding finding = ClusterCheck.registry(nobody);

        // Then
        assertThat(finding.healthy()).isFalse();
        assertThat(finding.line()).contains(nobody.url(), "--schema-registry");
    }
}
