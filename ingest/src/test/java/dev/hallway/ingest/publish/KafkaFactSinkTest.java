// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topics;
import dev.hallway.github.Issue;
import dev.hallway.ingest.translate.Snapshots;
import dev.hallway.ingest.translate.Translation;
import dev.hallway.ingest.webhook.Payload;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaFactSinkTest {

    @Test
    void shouldNotPromiseWhatAnAbsentKafkaDidNotConfirm() throws IOException {
        // Given: a port on which nobody answers Kafka's protocol
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                FactSink sink = sink("127.0.0.1:" + silent.getLocalPort(), "mock://absent-kafka")) {

            // When
            Write write = sink.write(issue());

            // Then
            assertThat(write).isInstanceOf(Write.Unavailable.class);
        }
    }

    @Test
    void shouldNotPromiseWhatNoRegistryKnows() {
        // Given
        try (FactSink sink = sink("127.0.0.1:1", "http://127.0.0.1:1")) {

            // When
            Write write = sink.write(issue());

            // Then
            assertThat(write)
                    .isInstanceOfSatisfying(Write.Unavailable.class, unavailable -> assertThat(unavailable.reason())
                            .contains("schema registry"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mock://absent-kafka", "http://127.0.0.1:1"})
    void shouldNotBePreparedWithoutKafkaNorWithoutTheRegistry(String registry) {
        // Given
        try (FactSink sink = sink("127.0.0.1:1", registry)) {

            // When
            boolean prepared = sink.prepare(List.of(issue()));

            // Then
            assertThat(prepared).isFalse();
        }
    }

    private static FactSink sink(String kafka, String registry) {
        return new KafkaFactSink(Map.of("bootstrap.servers", kafka), SchemaRegistry.at(registry), Clock.systemUTC());
    }

    private static OutgoingRecord<Issue> issue() {
        Translation<Issue> read = new Snapshots(Payload.REPOSITORY, Payload.CREATED)
                .issue(Payload.issue("opened", 12, Payload.CREATED).path("issue"));
        Issue issue = ((Translation.Read<Issue>) read).value();
        return new OutgoingRecord<>(Topics.ISSUES, "hall/way#12", issue, issue.getUpdatedAt());
    }
}
