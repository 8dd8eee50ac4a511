// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.github.PullRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommunitiesTest {

    private static final Volume VOLUME = new Volume(5_000, 20, 3);

    @Test
    void shouldTellTheSameForTheSameSeed() {
        // Given
        List<GeneratedEvent<?>> first = generated(VOLUME);

        // When
        List<GeneratedEvent<?>> second = generated(VOLUME);

        // Then
        assertThat(second).isEqualTo(first);
    }

    @Test
    void shouldShareAllEventsAmongRepositoriesByTheirRank() {
        // Given
        Volume volume = new Volume(100_000, 50, 1);

        // When
        int[] shares = volume.shares();

        // Then
        assertThat(Arrays.stream(shares).sum()).isEqualTo(100_000);
        assertThat(shares[0]).isGreaterThan(9 * shares[9]).isLessThan(12 * shares[9]);
        assertThat(shares[49]).isGreaterThan(Volume.LEAST_EVENTS);
    }

    @Test
    void shouldTellOfChangesAndOfAnswersToOtherRepositories() {
        // Given
        Map<String, Integer> snapshots = new HashMap<>();

        // When
        List<GeneratedEvent<?>> events = generated(VOLUME);

        // Then
        events.forEach(event -> snapshots.merge(event.topic().name() + event.key(), 1, Integer::sum));
        assertThat(events).hasSize(5_000);
        assertThat(snapshots.values()).anyMatch(times -> times > 2);
        assertThat(events)
                .anyMatch(event -> event.value() instanceof PullRequest pull
                        && pull.getBody() != null
                        && pull.getBody().startsWith("Closes bench-"));
    }

    @Test
    void shouldShowEveryLateEventInARowOfItsOwn() {
        // Given
        Volume volume = Volume.of(2_000, 5);

        // When
        List<LateEvent> late = LateEvent.some(40, volume);

        // Then
        assertThat(late).extracting(LateEvent::row).doesNotHaveDuplicates();
        assertThat(late).hasSizeGreaterThan(30);
    }

    private static List<GeneratedEvent<?>> generated(Volume volume) {
        List<GeneratedEvent<?>> events = new ArrayList<>();
        Communities.generate(volume, events::add);
        return events;
    }
}
