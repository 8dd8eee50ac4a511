// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.Topics;
import dev.hallway.github.Issue;
import dev.hallway.streams.community.Notice.NameClaimed;
import dev.hallway.streams.reference.Facts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tasks of the real topology tell of their work. */
@SuppressWarnings("NullAway.Init") // Set before the tests.
class MetersTest {

    private static final String UNCOMMITTED = "hallway_oldest_uncommitted_change_age_seconds";

    @TempDir
    private Path stateDirectory;

    @Test
    void shouldCountFactsByTypeAndNotWhatIsSetAside() {
        // Given
        try (HallwayDriver hallway = new HallwayDriver(stateDirectory)) {
            hallway.take(Facts.repository("acme/app", 1).build());
            hallway.take(issue("acme/app", 1));
            hallway.take(issue("acme/app", 2));

            // When
            hallway.takeAs("acme/app#4", issue("acme/app", 3));

            // Then
            assertThat(hallway.metrics())
                    .containsEntry("hallway_facts_taken_total{type=\"repository\"}", 1.0)
                    .containsEntry("hallway_facts_taken_total{type=\"issue\"}", 2.0);
        }
    }

    @Test
    void shouldCountDeadLettersByReason() {
        // Given
        try (HallwayDriver hallway = HallwayDriver.ofFirstPartition(stateDirectory, 8)) {
            hallway.takeRaw(Topics.ISSUES, "acme/app#1".getBytes(UTF_8), "by hand".getBytes(UTF_8));
            hallway.takeAs("acme/app#2", issue("acme/app", 1));

            // When
            for (int number = 1; number <= 8; number++) {
                hallway.take(issue("acme/app-" + number, 1));
            }

            // Then
            assertThat(hallway.metrics())
                    .containsEntry("hallway_dead_letters_total{reason=\"unreadable\"}", 1.0)
                    .containsEntry("hallway_dead_letters_total{reason=\"invalid\"}", 1.0)
                    .hasEntrySatisfying(
                            "hallway_dead_letters_total{reason=\"misplaced\"}",
                            letters -> assertThat(letters).isPositive());
        }
    }

    @Test
    void shouldTimeLooksThatPublish() {
        // Given
        try (HallwayDriver hallway = new HallwayDriver(stateDirectory)) {
            hallway.take(issue("acme/app", 1));

            // When
            hallway.settle();

            // Then
            assertThat(hallway.metrics())
                    .containsEntry("hallway_unpublished_changes{kind=\"week\"}", 0.0)
                    .hasEntrySatisfying("hallway_publication_duration_seconds_count", looks -> assertThat(looks)
                            .isPositive());
        }
    }

    @Test
    void shouldShowThatWhatAnotherRepositoryHadToSayIsNotCommitted() {
        // Given
        try (HallwayDriver hallway = new HallwayDriver(stateDirectory)) {
            hallway.settle();
            assertThat(hallway.metrics()).containsEntry(UNCOMMITTED, 0.0);

            // When
            hallway.take(new NameClaimed("acme/tool", "acme/app", 1, true), "acme/app");
            hallway.settle();

            // Then
            assertThat(hallway.metrics())
                    .hasEntrySatisfying(UNCOMMITTED, age -> assertThat(age).isPositive());
        }
    }

    private static Issue issue(String repository, long number) {
        return Facts.issue(repository, number).build();
    }
}
