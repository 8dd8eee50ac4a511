// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.Topics;
import dev.hallway.github.ReviewState;
import dev.hallway.streams.reference.Facts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facts from archives: observed at the time of the event, read long after GitHub was asked. */
@SuppressWarnings("NullAway.Init") // Set before the tests.
class ArchivedHistoryTest {

    private static final String REPOSITORY = "acme/app";
    private static final Instant OPENED = Instant.parse("2024-01-01T10:00:00Z");
    private static final Instant EVENT = Instant.parse("2024-01-02T10:00:00Z");
    private static final Instant ASKED = Instant.parse("2024-05-01T00:00:00Z");

    private HallwayDriver hallway;

    @BeforeEach
    void start(@TempDir Path stateDirectory) {
        hallway = new HallwayDriver(stateDirectory);
    }

    @AfterEach
    void stop() {
        hallway.close();
    }

    @Test
    void shouldNotOverrideWhatGitHubShowedLaterEvenOfTheSameUpdate() {
        // Given
        List<SpecificRecord> now = snapshots("Now", ReviewState.DISMISSED, ASKED);
        List<SpecificRecord> archived = snapshots("Then", ReviewState.APPROVED, EVENT);
        now.forEach(hallway::take);
        hallway.settle();
        Topics.OUTPUTS.forEach(hallway::published);

        // When
        archived.forEach(hallway::take);
        hallway.settle();

        // Then
        assertThat(Topics.OUTPUTS)
                .allSatisfy(topic -> assertThat(hallway.published(topic)).isEmpty());
    }

    @Test
    void shouldTellHistoryUntilGitHubShowsMore() {
        // Given
        snapshots("Then", ReviewState.APPROVED, EVENT).forEach(hallway::take);
        hallway.settle();

        // When
        var told = hallway.published(Topics.FLOW);

        // Then
        assertThat(told).isNotEmpty();
    }

    private static List<SpecificRecord> snapshots(String title, ReviewState state, Instant observed) {
        return List.of(
                Facts.issue(REPOSITORY, 1)
                        .openedBy(title.equals("Now") ? Facts.ALICE : Facts.CAROL)
                        .title(title)
                        .at(OPENED)
                        .updatedAt(EVENT)
                        .observedAt(observed)
                        .build(),
                Facts.pullRequest(REPOSITORY, 2)
                        .openedBy(title.equals("Now") ? Facts.BOB : Facts.CAROL)
                        .title(title)
                        .at(OPENED)
                        .updatedAt(EVENT)
                        .observedAt(observed)
                        .build(),
                Facts.comment(REPOSITORY, 1, 11)
                        .by(title.equals("Now") ? Facts.BOB : Facts.CAROL)
                        .at(OPENED)
                        .updatedAt(EVENT)
                        .observedAt(observed)
                        .build(),
                Facts.review(REPOSITORY, 2, 21)
                        .by(title.equals("Now") ? Facts.ALICE : Facts.CAROL)
                        .state(state)
                        .at(EVENT)
                        .observedAt(observed)
                        .build());
    }
}
