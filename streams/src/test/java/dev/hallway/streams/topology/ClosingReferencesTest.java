// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.topology;

import static dev.hallway.streams.reference.Facts.issue;
import static dev.hallway.streams.reference.Facts.pullRequest;
import static dev.hallway.streams.reference.Facts.repository;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.github.PullRequest;
import dev.hallway.health.Evidence;
import dev.hallway.streams.read.ItemView.Reference;
import dev.hallway.streams.reference.Facts;
import dev.hallway.streams.reference.PullRequestFact;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What GitHub answered by GraphQL outlives the snapshots that REST and webhooks bring after it. */
class ClosingReferencesTest {

    private static final String APP = "acme/app";
    private static final PullRequest BY_REST = pullRequest(APP, 3)
            .body("Fixes #1")
            .updatedAt("2024-01-02T10:00:00Z")
            .build();
    private static final PullRequest BY_GRAPHQL = pullRequest(APP, 3)
            .body("Fixes #1")
            .closingByGitHub("acme/app#2")
            .updatedAt("2024-01-02T10:00:00Z")
            .build();
    private static final PullRequest LATER_BY_REST = pullRequest(APP, 3)
            .title("Edited")
            .body("Fixes #1")
            .updatedAt("2024-01-03T10:00:00Z")
            .build();
    private static final PullRequest LATER_BY_GRAPHQL = pullRequest(APP, 3)
            .title("Edited")
            .body("Fixes #1")
            .closingByGitHub()
            .updatedAt("2024-01-03T10:00:00Z")
            .build();

    private HallwayDriver hallway;

    @BeforeEach
    void start(@TempDir Path stateDirectory) {
        hallway = new HallwayDriver(stateDirectory);
        hallway.take(issue(APP, 1).build());
        hallway.take(issue(APP, 2).build());
    }

    @AfterEach
    void stop() {
        hallway.close();
    }

    @Test
    void shouldBelieveTheTextWhileGitHubWasNotAsked() {
        // When
        List<Reference> references = referencesAfter(BY_REST);

        // Then
        assertThat(references).containsExactly(new Reference(APP, 1, Evidence.KEYWORD));
    }

    @Test
    void shouldTakeGitHubsAnswerOfTheSameMomentAsTheTextOfRest() {
        // When
        List<Reference> references = referencesAfter(BY_REST, BY_GRAPHQL);

        // Then
        assertThat(references)
                .containsExactly(new Reference(APP, 2, Evidence.GITHUB), new Reference(APP, 1, Evidence.MENTION, true));
    }

    @Test
    void shouldLetTheAnswerStandWhenRestShowsThePullRequestAgain() {
        // When
        List<Reference> references = referencesAfter(BY_REST, BY_GRAPHQL, LATER_BY_REST);

        // Then
        assertThat(references)
                .containsExactly(new Reference(APP, 2, Evidence.GITHUB), new Reference(APP, 1, Evidence.MENTION, true));
    }

    @Test
    void shouldTakeAnAnswerThatArrivesAfterALaterSnapshot() {
        // When
        List<Reference> references = referencesAfter(LATER_BY_REST, BY_GRAPHQL);

        // Then
        assertThat(references)
                .containsExactly(new Reference(APP, 2, Evidence.GITHUB), new Reference(APP, 1, Evidence.MENTION, true));
    }

    @Test
    void shouldReplaceAnAnswerByALaterOneOnly() {
        // When
        List<Reference> references = referencesAfter(BY_REST, LATER_BY_REST, LATER_BY_GRAPHQL, BY_GRAPHQL);

        // Then
        assertThat(references).containsExactly(new Reference(APP, 1, Evidence.MENTION, true));
    }

    @Test
    void shouldLetKeywordsStandInAPullRequestIntoAnotherBranchThanTheDefaultOne() {
        // Given
        hallway.take(repository(APP, 7).build());

        // When
        List<Reference> references =
                referencesAfter(intoDevelop().closingByGitHub().build());

        // Then
        assertThat(references).containsExactly(new Reference(APP, 1, Evidence.KEYWORD));
    }

    @Test
    void shouldAddWhatGitHubAnswersToTheKeywordsInAPullRequestIntoAnotherBranch() {
        // Given
        hallway.take(repository(APP, 7).build());

        // When
        List<Reference> references =
                referencesAfter(intoDevelop().closingByGitHub("acme/app#2").build());

        // Then
        assertThat(references)
                .containsExactly(new Reference(APP, 2, Evidence.GITHUB), new Reference(APP, 1, Evidence.KEYWORD));
    }

    @Test
    void shouldJudgeByTheDefaultBranchAsItIsNow() {
        // Given
        List<Reference> before = referencesAfter(intoDevelop().closingByGitHub().build());
        hallway.take(repository(APP, 7).build());
        hallway.settle();
        List<Reference> described = references();

        // When
        hallway.take(repository(APP, 7)
                .defaultBranch("develop")
                .observedAt(Facts.START.plusSeconds(1))
                .build());
        hallway.settle();

        // Then
        assertThat(before).containsExactly(new Reference(APP, 1, Evidence.MENTION, true));
        assertThat(described).containsExactly(new Reference(APP, 1, Evidence.KEYWORD));
        assertThat(references()).containsExactly(new Reference(APP, 1, Evidence.MENTION, true));
    }

    @Test
    void shouldJudgeByTheBranchThatAPullRequestWasTurnedTo() {
        // Given
        hallway.take(repository(APP, 7).build());

        // When
        List<Reference> references = referencesAfter(
                BY_GRAPHQL, intoDevelop().updatedAt("2024-01-04T10:00:00Z").build());

        // Then
        assertThat(references)
                .containsExactly(new Reference(APP, 2, Evidence.GITHUB), new Reference(APP, 1, Evidence.KEYWORD));
    }

    @Test
    void shouldJudgeAllPullRequestsAnewHoweverManyThereAre() {
        // Given
        for (int number = 3; number < 1_000; number++) {
            hallway.take(pullRequest(APP, number)
                    .into("develop")
                    .body("Fixes #1")
                    .closingByGitHub()
                    .build());
        }
        hallway.settle();

        // When
        hallway.take(repository(APP, 7).build());
        hallway.settle();

        // Then
        for (int number = 3; number < 1_000; number++) {
            assertThat(hallway.reader().item(APP, number).orElseThrow().references())
                    .containsExactly(new Reference(APP, 1, Evidence.KEYWORD));
        }
    }

    private static PullRequestFact intoDevelop() {
        return pullRequest(APP, 3).into("develop").body("Fixes #1").updatedAt("2024-01-02T10:00:00Z");
    }

    private List<Reference> references() {
        return hallway.reader().item(APP, 3).orElseThrow().references();
    }

    private List<Reference> referencesAfter(PullRequest... snapshots) {
        for (PullRequest snapshot : snapshots) {
            hallway.take(snapshot);
        }
        hallway.settle();
        return references();
    }
}
