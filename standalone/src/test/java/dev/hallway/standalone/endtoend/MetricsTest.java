// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.ingest.access.Access;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.standalone.DataDirectory;
import dev.hallway.standalone.Hallway;
import dev.hallway.standalone.HallwayParts;
import dev.hallway.standalone.HallwaySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus reads from a running Hallway, over the real broker and stores. */
@SuppressWarnings("NullAway.Init") // Set before the tests.
class MetricsTest {

    private static final String REPOSITORY = "Small/Town";
    private static final int ITEMS = 12;
    private static final String COMPLETE = "hallway_repository_complete{repository=\"Small/Town\"}";
    private static final String OPEN_ISSUES = "hallway_repository_open_items{kind=\"issue\",repository=\"Small/Town\"}";

    @TempDir
    private Path directory;

    private final SimulatedGitHub github = SmallCommunity.serve(SmallCommunity.of(List.of(REPOSITORY), ITEMS));

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void shouldTellWhatWasTakenInAndHowTheCommunityStands() {
        // Given
        try (Hallway hallway = start()) {

            // When
            hallway.bringUpToDate();

            // Then
            Awaiting.until("the figures of the community are read", () -> {
                Map<String, Double> read = samples(hallway);
                return Double.valueOf(1).equals(read.get(COMPLETE))
                        && Double.valueOf(8).equals(read.get(OPEN_ISSUES));
            });
            Map<String, Double> samples = samples(hallway);
            assertThat(samples)
                    .containsEntry("hallway_facts_taken_total{type=\"issue\"}", 8.0)
                    .containsEntry("hallway_facts_taken_total{type=\"pull_request\"}", 4.0)
                    .containsEntry("hallway_dead_letters_total{reason=\"invalid\"}", 0.0)
                    .containsEntry("hallway_repositories", 1.0)
                    .containsEntry("hallway_repositories_left_out", 0.0)
                    .containsKey("hallway_repository_freshness_seconds{repository=\"Small/Town\"}");
            assertThat(samples.keySet())
                    .anyMatch(name -> name.startsWith("hallway_store_size_bytes{"))
                    .anyMatch(name -> name.startsWith("hallway_store_entries{"));
        }
    }

    @Test
    void shouldHaveNothingUncommittedOnceItIsCalm() {
        // Given
        try (Hallway hallway = start()) {

            // When
            hallway.bringUpToDate();

            // Then
            Awaiting.until("everything is published and committed", () -> {
                Map<String, Double> samples = samples(hallway);
                return Double.valueOf(0).equals(samples.get("hallway_oldest_uncommitted_change_age_seconds"))
                        && Double.valueOf(0).equals(samples.get("hallway_unpublished_changes{kind=\"week\"}"));
            });
        }
    }

    private Hallway start() {
        HallwaySettings settings = new HallwaySettings(
                List.of(REPOSITORY), github.url(), Access.anonymous(), DataDirectory.prepare(directory), 0, 0, 0);
        return Hallway.start(settings, new HallwayParts(), new PlausibleWatcher());
    }

    private static Map<String, Double> samples(Hallway hallway) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(hallway.address().resolve("/metrics"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("hallway_"))
                    .collect(Collectors.toMap(
                            line -> line.substring(0, line.lastIndexOf(' ')),
                            line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1))));
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("Interrupted while asking for the metrics.", interrupted);
        }
    }
}
