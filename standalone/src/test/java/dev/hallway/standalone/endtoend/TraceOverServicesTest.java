// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.http.IngestHttpSettings;
import dev.hallway.ingest.webhook.WebhookSecrets;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.standalone.Cluster;
import dev.hallway.standalone.DataDirectory;
import dev.hallway.standalone.Hallway;
import dev.hallway.standalone.HallwayParts;
import dev.hallway.standalone.HallwaySettings;
import dev.hallway.standalone.Watcher;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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
    private static final String SECRET = "correct horse battery staple";
    private static final String OPENED = """
            {"action": "opened", "repository": {"id": 700000, "full_name": "Small/Town"},
             "issue": {"id": 5, "number": 1000, "html_url": "https://github.com/Small/Town/issues/1000",
             "title": "Wish", "body": "", "state": "open", "user": {"id": 99, "login": "dora", "type": "User"},
             "author_association": "NONE", "labels": [],
             "created_at": "2024-01-10T10:00:00Z", "updated_at": "2024-01-10T10:00:00Z"}}""";

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
            int status = deliver(hallway);

            // Then
            assertThat(status).isEqualTo(202);
            String trace = trace(hallway.cluster(), Topics.ISSUES, "small/town#1000");
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
        IngestHttpSettings webhooks =
                new IngestHttpSettings("127.0.0.1", 0, Optional.of(WebhookSecrets.of(SECRET)), Optional.empty());
        return Hallway.start(
                settings.withWebhooks(Optional.of(webhooks)),
                new HallwayParts(Duration.ofMinutes(1), environment),
                new Unwatched());
    }

    private static int deliver(Hallway hallway) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        hallway.webhooks().orElseThrow().resolve("/webhooks/github"))
                .header("X-GitHub-Event", "issues")
                .header("X-GitHub-Delivery", "72d3162e-cc78-11e3-81ab-4c9367dc0958")
                .header("X-Hub-Signature-256", signature())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(OPENED))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private static String signature() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(OPENED.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
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

    private static final class Unwatched implements Watcher {

        @Override
        public void stage(String what) {
            assertThat(what).isNotBlank();
        }

        @Override
        public void progress(long done, long total) {
            assertThat(done).isNotNegative();
        }

        @Override
        public void note(String line) {
            assertThat(line).isNotBlank();
        }
    }
}
