// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import dev.hallway.ingest.access.Access;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.standalone.Cluster;
import dev.hallway.standalone.DataDirectory;
import dev.hallway.standalone.Hallway;
import dev.hallway.standalone.HallwayParts;
import dev.hallway.standalone.HallwaySettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trace over the services: from GitHub to a row, over the real broker, at a collector that speaks OTLP. */
@SuppressWarnings("NullAway.Init") // Set before the tests.
class TraceOverServicesTest {

    private static final String REPOSITORY = "Small/Town";
    private static final String WEEK = "small/town|2024-W02";

    @TempDir
    private Path directory;

    private final SimulatedGitHub github = SmallCommunity.serve(SmallCommunity.of(List.of(REPOSITORY), 12));

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void shouldLeadFromADeliveryToTheRowThatItChanges() throws IOException, InterruptedException {
        // Given
        try (SpanCollector collector = SpanCollector.start();
                Hallway hallway = start(collector.environment())) {
            hallway.bringUpToDate();

            // When
            int status =
                    SignedDelivery.of(SignedDelivery.opened("Wish"), hallway).statusCode();

            // Then
            assertThat(status).isEqualTo(202);
            String trace = trace(hallway.cluster(), Topics.ISSUES, "small/town#1000|webhook");
            assertThat(trace).isNotEmpty().isNotEqualTo(trace(hallway.cluster(), Topics.ISSUES, "small/town#1"));
            Awaiting.until(
                    "the row is published in the trace of the delivery",
                    () -> trace(hallway.cluster(), Topics.FLOW, WEEK).equals(trace));
            Awaiting.until(
                    "the collector has the spans of both services",
                    () -> collector.has("hallway-ingest", "receive delivery", trace)
                            && collector.has("hallway-ingest", "send hallway.github.issues", trace)
                            && collector.has("hallway-streams", "process hallway.github.issues", trace)
                            && collector.has("hallway-streams", "derive figures", trace));
        }
    }

    @Test
    void shouldLeadFromAPollToTheRowsThatItChanges() throws IOException {
        // Given
        try (SpanCollector collector = SpanCollector.start();
                Hallway hallway = start(collector.environment())) {

            // When
            hallway.bringUpToDate();

            // Then
            String row = trace(hallway.cluster(), Topics.FLOW, WEEK);
            assertThat(row).isNotEmpty();
            Awaiting.until(
                    "the collector has the spans of both services",
                    () -> collector.has("hallway-ingest", "poll page", row)
                            && collector.has("hallway-streams", "derive figures", row));
        }
    }

    @Test
    void shouldWriteNoHeadersUnlessTheEnvironmentSaysSo() {
        // Given
        try (Hallway hallway = start(Map.of())) {

            // When
            hallway.bringUpToDate();

            // Then
            assertThat(records(hallway.cluster(), Topics.ISSUES).values())
                    .isNotEmpty()
                    .allSatisfy(record -> assertThat(record.headers()).isEmpty());
            assertThat(records(hallway.cluster(), Topics.FLOW).values())
                    .isNotEmpty()
                    .allSatisfy(record -> assertThat(record.headers()).isEmpty());
        }
    }

    private Hallway start(Map<String, String> environment) {
        HallwaySettings settings = new HallwaySettings(
                List.of(REPOSITORY), github.url(), Access.anonymous(), DataDirectory.prepare(directory), 0, 0, 0);
        return Hallway.start(
                settings.withWebhooks(SignedDelivery.received()),
                new HallwayParts(Duration.ofMinutes(1), environment),
                new PlausibleWatcher());
    }

    /** The trace of the latest record of a key, as the W3C writes it between version and span; empty if it is of none. */
    private static String trace(Cluster cluster, Topic<?, ?> topic, String key) {
        ConsumerRecord<String, Object> record = records(cluster, topic).get(key);
        Header header = Objects.requireNonNull(record, key).headers().lastHeader("traceparent");
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8).substring(3, 35);
    }

    private static Map<String, ConsumerRecord<String, Object>> records(Cluster cluster, Topic<?, ?> topic) {
        return MetricTopic.latestRecords(
                topic.name(),
                Objects.requireNonNull(cluster.kafka().get("bootstrap.servers")),
                cluster.registry().url());
    }
}
