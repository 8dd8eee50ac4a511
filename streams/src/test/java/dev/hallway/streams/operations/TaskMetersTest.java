// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.streams.change.ChangeKind;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaskMetersTest {

    private static final long NOW = Instant.parse("2024-06-01T00:00:00Z").toEpochMilli();
    private static final String AGE = "hallway_oldest_uncommitted_change_age_seconds";

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final TaskMeters meters = new TaskMeters(registry, Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC));

    @Test
    void shouldShowTheUnpublishedChangesOfAllTasks() {
        // Given
        TaskBacklog one = meters.open();
        TaskBacklog other = meters.open();

        // When
        one.looked(NOW, 0, false, kind -> kind == ChangeKind.WEEK ? 3 : 0);
        other.looked(NOW, 0, false, kind -> kind == ChangeKind.WEEK ? 4 : 1);

        // Then
        assertThat(Scrape.samples(registry))
                .containsEntry("hallway_unpublished_changes{kind=\"week\"}", 7.0)
                .containsEntry("hallway_unpublished_changes{kind=\"item\"}", 1.0);
    }

    @Test
    void shouldForgetATaskThatEnds() {
        // Given
        TaskBacklog moved = meters.open();
        moved.looked(NOW - 60_000, 0, true, kind -> 5);

        // When
        moved.close();

        // Then
        assertThat(Scrape.samples(registry))
                .containsEntry("hallway_unpublished_changes{kind=\"week\"}", 0.0)
                .containsEntry(AGE, 0.0);
    }

    @Test
    void shouldShowTheAgeOfTheOldestUncommittedChange() {
        // Given
        TaskBacklog old = meters.open();
        TaskBacklog young = meters.open();

        // When
        old.looked(NOW - 30_000, 1, true, kind -> 0);
        old.looked(NOW - 10_000, 1, true, kind -> 0);
        young.looked(NOW - 1_000, 1, true, kind -> 0);

        // Then
        assertThat(Scrape.samples(registry)).containsEntry(AGE, 30.0);
    }

    @Test
    void shouldForgetTheAgeOnceTheThreadHasCommitted() {
        // Given
        TaskBacklog task = meters.open();
        task.looked(NOW - 30_000, 1, true, kind -> 0);

        // When
        task.looked(NOW - 20_000, 2, false, kind -> 0);

        // Then
        assertThat(Scrape.samples(registry)).containsEntry(AGE, 0.0);
    }

    @Test
    void shouldTakeWhatCameSinceTheLastLookForUncommitted() {
        // Given
        TaskBacklog task = meters.open();
        task.looked(NOW - 30_000, 1, true, kind -> 0);

        // When
        task.looked(NOW - 20_000, 2, true, kind -> 0);

        // Then
        Map<String, Double> samples = Scrape.samples(registry);
        assertThat(samples).containsEntry(AGE, 20.0);
    }
}
