// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.streams.portfolio.FigureCache;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.InMemoryCommunity;
import dev.hallway.streams.read.ItemView;
import dev.hallway.streams.read.ReaderUnavailableException;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.read.SecretsCommunity;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepositoryMetersTest {

    private static final Instant NOW = SecretsCommunity.SYNCED.plus(Duration.ofSeconds(90));
    private static final String DAPR = "{repository=\"Dapr/dapr\"}";

    private final PrometheusRegistry registry = new PrometheusRegistry();

    @Test
    void shouldShowHowFreshAndCompleteARepositoryIs() {
        // When
        Map<String, Double> samples = samples(List.of(SecretsCommunity.community()));

        // Then
        assertThat(samples)
                .containsEntry("hallway_repository_freshness_seconds" + DAPR, 90.0)
                .containsEntry("hallway_repository_complete" + DAPR, 0.0)
                .containsEntry("hallway_repository_gaps" + DAPR, 1.0)
                .containsEntry("hallway_repository_unexplained_numbers" + DAPR, 1.0);
    }

    @Test
    void shouldShowTheFiguresOfItsCommunity() {
        // When
        Map<String, Double> samples = samples(List.of(SecretsCommunity.community()));

        // Then
        assertThat(samples)
                .containsEntry("hallway_repository_open_items{kind=\"issue\",repository=\"Dapr/dapr\"}", 2.0)
                .containsEntry("hallway_repository_open_items{kind=\"pull_request\",repository=\"Dapr/dapr\"}", 0.0)
                .containsEntry(
                        "hallway_repository_waiting_for_first_reply{kind=\"issue\",repository=\"Dapr/dapr\"}", 1.0)
                .containsEntry(
                        "hallway_repository_first_response_median_seconds{kind=\"issue\",repository=\"Dapr/dapr\"}",
                        14_400.0)
                .containsEntry(
                        "hallway_repository_first_response_median_seconds{kind=\"pull_request\",repository=\"Dapr/dapr\"}",
                        3_600.0)
                .containsEntry("hallway_repository_feedback_to_merge_median_seconds" + DAPR, 790_200.0)
                .containsEntry("hallway_repository_contributors" + DAPR, 3.0)
                .containsEntry("hallway_repository_absence_factor" + DAPR, 2.0);
    }

    @Test
    void shouldShowNoSampleOfWhatIsUnavailable() {
        // Given
        RepositorySummary unread = new RepositorySummary("hall/way", "", null, false, List.of(), null, null, null);

        // When
        Map<String, Double> samples = samples(List.of(new InMemoryCommunity(unread)));

        // Then
        assertThat(samples).containsEntry("hallway_repository_complete{repository=\"hall/way\"}", 0.0);
        assertThat(samples.keySet())
                .noneMatch(name -> name.startsWith("hallway_repository_freshness_seconds"))
                .noneMatch(name -> name.startsWith("hallway_repository_unexplained_numbers"))
                .noneMatch(name -> name.contains("_median_"))
                .noneMatch(name -> name.contains("_contributors"))
                .noneMatch(name -> name.contains("_open_items"))
                .noneMatch(name -> name.contains("_absence_factor"));
    }

    @Test
    void shouldNotShowMoreRepositoriesThanAreBoundedAndSayHowManyAreLeftOut() {
        // Given
        List<CommunityReader> many = new ArrayList<>();
        IntStream.rangeClosed(1, RepositoryMeters.MOST + 7)
                .mapToObj(number -> named("hall/way-%04d".formatted(number)))
                .forEach(many::add);

        // When
        Map<String, Double> samples = samples(many);

        // Then
        assertThat(samples)
                .containsEntry("hallway_repositories", RepositoryMeters.MOST + 7.0)
                .containsEntry("hallway_repositories_left_out", 7.0)
                .containsEntry("hallway_repository_read_failures", 0.0);
        assertThat(samples.keySet())
                .filteredOn(name -> name.startsWith("hallway_repository_complete{"))
                .hasSize(RepositoryMeters.MOST)
                .contains("hallway_repository_complete{repository=\"hall/way-0001\"}")
                .doesNotContain("hallway_repository_complete{repository=\"hall/way-0201\"}");
    }

    @Test
    void shouldShowTheOthersWhileOneCannotBeRead() {
        // Given
        CommunityReader moving = new InMemoryCommunity(SecretsCommunity.summary()) {
            @Override
            public List<RepositorySummary> repositories() {
                throw new ReaderUnavailableException("It moves.");
            }
        };

        // When
        Map<String, Double> samples = samples(List.of(moving, named("hall/way")));

        // Then
        assertThat(samples)
                .containsEntry("hallway_repositories", 1.0)
                .containsEntry("hallway_repository_read_failures", 1.0)
                .containsKey("hallway_repository_complete{repository=\"hall/way\"}");
    }

    @Test
    void shouldReadFiguresOnceHoweverOftenTheyAreShown() {
        // Given
        AtomicInteger readings = new AtomicInteger();
        CommunityReader counted = new InMemoryCommunity(SecretsCommunity.summary()) {
            @Override
            public void forEachCurrentItem(String repository, Instant since, Consumer<ItemView> consumer) {
                readings.incrementAndGet();
                super.forEachCurrentItem(repository, since, consumer);
            }
        };

        // When
        Map<String, Double> samples = samples(List.of(counted));
        Map<String, Double> again = Scrape.samples(registry);

        // Then
        assertThat(readings).hasValue(1);
        assertThat(again).containsKey("hallway_repository_complete" + DAPR).isEqualTo(samples);
    }

    private Map<String, Double> samples(List<CommunityReader> held) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        try (FigureCache cache = new FigureCache(() -> held, clock)) {
            cache.start();
            new RepositoryMeters(registry, cache, clock);
            return Scrape.samples(registry);
        }
    }

    private static InMemoryCommunity named(String name) {
        return new InMemoryCommunity(
                new RepositorySummary(name, "", SecretsCommunity.SYNCED, true, List.of(), null, null, null));
    }
}
