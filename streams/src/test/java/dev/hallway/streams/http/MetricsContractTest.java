// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.service.http.HttpServer;
import dev.hallway.streams.operations.DeadLetterMeter;
import dev.hallway.streams.operations.RepositoryMeters;
import dev.hallway.streams.operations.StoreMeters;
import dev.hallway.streams.operations.TaskMeters;
import dev.hallway.streams.portfolio.FigureCache;
import dev.hallway.streams.read.SecretsCommunity;
import dev.hallway.streams.reference.Facts;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The metrics are what docs/operations.md and the alert rules say they are. */
@SuppressWarnings("NullAway.Init") // Set before the tests.
class MetricsContractTest {

    private static final Path DOCUMENTATION = Path.of("../docs/operations.md");
    private static final Path ALERTS = Path.of("../docs/alerts");
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `(hallway_[a-z_]+)` \\|");
    private static final Pattern NAMED = Pattern.compile("\\bhallway_[a-z_]+");

    private static final Clock AT_THAT_TIME = Clock.fixed(SecretsCommunity.SYNCED, ZoneOffset.UTC);

    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final PrometheusRegistry registry = meters.getPrometheusRegistry();
    private FigureCache figures;
    private HttpServer server;

    @BeforeEach
    void start() {
        TaskMeters tasks = new TaskMeters(registry, Clock.systemUTC());
        tasks.taken(Facts.issue("acme/app", 1).build());
        tasks.published(Duration.ofMillis(3));
        new DeadLetterMeter(registry).setAside(DeadLetterMeter.Reason.INVALID);
        StoreMeters stores = new StoreMeters(registry, Map::of);
        stores.onRestoreStart(new TopicPartition("changelog", 0), "community", 0, 10);
        stores.onBatchRestored(new TopicPartition("changelog", 0), "community", 5, 5);
        figures = new FigureCache(() -> List.of(SecretsCommunity.community()), AT_THAT_TIME);
        figures.start();
        new RepositoryMeters(registry, figures, AT_THAT_TIME);
        server = QueryServer.start(
                HttpSettings.loopback(0), Caller.here(SecretsCommunity.community()), Caller.READY, figures, meters);
    }

    @AfterEach
    void stop() {
        server.close();
        figures.close();
    }

    @Test
    void shouldBeDocumentedEachAndNoOther() throws IOException {
        // When
        Set<String> documented = found(DOCUMENTED, Files.readString(DOCUMENTATION), 1);

        // Then
        assertThat(documented).isEqualTo(names());
    }

    @Test
    void shouldHaveWhatTheAlertsAskFor() throws IOException {
        // When
        Set<String> asked = found(NAMED, Files.readString(ALERTS.resolve("hallway.rules.yml")), 0);

        // Then
        assertThat(asked).isNotEmpty().allSatisfy(name -> assertThat(names())
                .contains(name.replaceAll("_(bucket|count)$", "")));
    }

    @Test
    void shouldAlertAsTheTestsOfTheRulesSay() throws IOException, InterruptedException {
        // Given
        Promtool promtool = Promtool.ifThere();

        // When
        Promtool.Verdict verdict = promtool.testRules(
                ALERTS.resolve("hallway.rules.test.yml"), ALERTS.resolve("hallway-communities.rules.test.yml"));

        // Then
        assertThat(verdict.exit()).as(verdict.words()).isZero();
    }

    @Test
    void shouldPleasePromtool() throws IOException, InterruptedException {
        // Given
        Promtool promtool = Promtool.ifThere();
        Caller.get(server, "/api/v1/repositories/dapr/dapr/flow");

        // When
        Promtool.Verdict verdict = promtool.checkMetrics(ours(scrape()));

        // Then
        assertThat(verdict.words()).isEmpty();
        assertThat(verdict.exit()).isZero();
    }

    @Test
    void shouldTimeAnswersByRouteAndKeepNothingOfOtherPaths() throws IOException, InterruptedException {
        // Given
        Caller.get(server, "/api/v1/repositories/dapr/dapr/flow");
        Caller.get(server, "/api/v1/repositories/some/body/flow");

        // When
        Caller.get(server, "/no/such/path-1");
        Caller.get(server, "/no/such/path-2");

        // Then
        assertThat(scrape())
                .contains(
                        count("/api/v1/repositories/{owner}/{repo}/flow", "2xx") + " 1",
                        count("/api/v1/repositories/{owner}/{repo}/flow", "4xx") + " 1",
                        count("none", "4xx") + " 2")
                .doesNotContain("path-1", "some/body");
    }

    private static String count(String route, String status) {
        return "hallway_query_duration_seconds_count{route=\"" + route + "\",status=\"" + status + "\"}";
    }

    private String scrape() throws IOException, InterruptedException {
        return Caller.get(server, "/metrics").body();
    }

    /** Without those of Kafka's clients and of the JVM. */
    private static String ours(String text) {
        return text.lines()
                .filter(line -> line.matches("(# (HELP|TYPE) )?hallway_.*"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private Set<String> names() {
        return registry.scrape().stream()
                .map(MetricsContractTest::name)
                .filter(name -> name.startsWith("hallway_"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(MetricSnapshot snapshot) {
        return snapshot.getMetadata().getPrometheusName() + (snapshot instanceof CounterSnapshot ? "_total" : "");
    }

    private static Set<String> found(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(group))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
