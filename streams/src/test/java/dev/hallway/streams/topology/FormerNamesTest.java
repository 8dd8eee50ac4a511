// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.topology;

import static dev.hallway.streams.reference.Facts.issue;
import static dev.hallway.streams.reference.Facts.pullRequest;
import static dev.hallway.streams.reference.Facts.repository;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Repository;
import dev.hallway.health.Evidence;
import dev.hallway.health.Story;
import dev.hallway.health.StoryState;
import dev.hallway.streams.read.ItemView.Reference;
import dev.hallway.streams.reference.Facts;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** References by a former name lead to the repository, whenever the renaming becomes known. */
class FormerNamesTest {

    private static final String CITY = "Large/City";
    private static final String DOCS = "acme/docs";

    private static final Issue FEEDBACK =
            issue(CITY, 12).at("2024-01-01T10:00:00Z").build();
    private static final PullRequest ANSWER = pullRequest(DOCS, 3)
            .body("Fixes small/town#12")
            .at("2024-01-02T10:00:00Z")
            .mergedAt("2024-01-04T10:00:00Z")
            .build();
    private static final Repository RENAMED =
            repository(CITY, 7).formerly("small/town").build();

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
    void shouldTellTheStoryOfAReferenceMadeBeforeTheRenaming() {
        // When
        Story story = storyAfter(FEEDBACK, ANSWER, RENAMED);

        // Then
        assertThat(story.getState()).isEqualTo(StoryState.MERGED);
        assertThat(story.getLatencySeconds()).isEqualTo(3 * 86_400);
        assertThat(referencesOfTheAnswer()).containsExactly(new Reference("large/city", 12, Evidence.KEYWORD));
    }

    @Test
    void shouldTellTheSameStoryIfTheRenamingWasKnownFirst() {
        // When
        Story story = storyAfter(RENAMED, ANSWER, FEEDBACK);

        // Then
        assertThat(story.getLatencySeconds()).isEqualTo(3 * 86_400);
        assertThat(referencesOfTheAnswer()).containsExactly(new Reference("large/city", 12, Evidence.KEYWORD));
    }

    @Test
    void shouldTakeTheStoryBackOnceAnotherRepositoryBearsTheName() {
        // When
        Story story = storyAfter(
                FEEDBACK, ANSWER, RENAMED, repository("small/town", 9).build());

        // Then
        assertThat(story.getState()).isEqualTo(StoryState.WAITING);
        assertThat(story.getLinkedPullRequests()).isZero();
        assertThat(referencesOfTheAnswer()).containsExactly(new Reference("small/town", 12, Evidence.KEYWORD));
    }

    @Test
    void shouldFollowARepositoryThatIsRenamedAgain() {
        // Given
        Issue moved = issue("huge/metropolis", 12).at("2024-01-01T10:00:00Z").build();
        Repository left = repository(CITY, 7)
                .formerly("small/town")
                .deleted(true)
                .observedAt(Facts.START.plusSeconds(1))
                .build();
        Repository again = repository("huge/metropolis", 7)
                .formerly("small/town", CITY)
                .observedAt(Facts.START.plusSeconds(1))
                .build();

        // When
        take(FEEDBACK, ANSWER, RENAMED, again, left, moved);

        // Then
        assertThat(story("huge/metropolis").getLatencySeconds()).isEqualTo(3 * 86_400);
        assertThat(story(CITY).getLinkedPullRequests()).isZero();
    }

    @Test
    void shouldCountAReferenceUnderBothNamesOnce() {
        // Given
        PullRequest answer = pullRequest(DOCS, 3)
                .title("See Large/City#12")
                .body("Fixes small/town#12")
                .build();

        // When
        Story story = storyAfter(FEEDBACK, answer, RENAMED);

        // Then
        assertThat(story.getLinkedPullRequests()).isEqualTo(1);
        assertThat(referencesOfTheAnswer()).containsExactly(new Reference("large/city", 12, Evidence.KEYWORD));
    }

    @Test
    void shouldTakeItsOwnFormerNameForItself() {
        // Given
        PullRequest own = pullRequest(CITY, 13)
                .body("Fixes small/town#12 and small/town#13")
                .build();

        // When
        Story story = storyAfter(FEEDBACK, own, RENAMED);

        // Then
        assertThat(story.getLinkedPullRequests()).isEqualTo(1);
        assertThat(hallway.reader().item(CITY, 13).orElseThrow().references())
                .containsExactly(new Reference(CITY, 12, Evidence.KEYWORD));
    }

    @Test
    void shouldForgetTheFormerNameOfAPullRequestThatNoLongerUsesIt() {
        // Given
        PullRequest edited = pullRequest(DOCS, 3)
                .body("Fixes nothing")
                .at("2024-01-02T10:00:00Z")
                .updatedAt("2024-01-05T10:00:00Z")
                .build();

        // When
        Story story = storyAfter(FEEDBACK, ANSWER, edited, RENAMED);

        // Then
        assertThat(story.getLinkedPullRequests()).isZero();
        assertThat(referencesOfTheAnswer()).isEmpty();
    }

    private Story storyAfter(SpecificRecord... snapshots) {
        take(snapshots);
        return story(CITY);
    }

    private void take(SpecificRecord... snapshots) {
        for (SpecificRecord snapshot : snapshots) {
            hallway.take(snapshot);
        }
        hallway.settle();
    }

    private Story story(String repository) {
        return hallway.reader().story(repository, 12).orElseThrow();
    }

    private List<Reference> referencesOfTheAnswer() {
        return hallway.reader().item(DOCS, 3).orElseThrow().references();
    }
}
