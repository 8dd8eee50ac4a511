// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import static dev.hallway.streams.reference.Facts.ALICE;
import static dev.hallway.streams.reference.Facts.BOB;
import static dev.hallway.streams.reference.Facts.CAROL;
import static dev.hallway.streams.reference.Facts.GHOST;
import static dev.hallway.streams.reference.Facts.ROBOT;
import static dev.hallway.streams.reference.Facts.comment;
import static dev.hallway.streams.reference.Facts.issue;
import static dev.hallway.streams.reference.Facts.pullRequest;
import static dev.hallway.streams.reference.Facts.review;
import static dev.hallway.streams.reference.Facts.reviewComment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.github.ReviewState;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class BatchReferenceTest {

    private static final String APP = "Acme/App";
    private static final String DOCS = "acme/docs";

    @Test
    void shouldMeasureFeedbackUntilTheFirstMergeThatClosesIt() {
        // When
        var tables = tables(
                issue(APP, 1).openedBy(ALICE).at("2024-01-01T10:00:00Z"),
                pullRequest(APP, 2).by(BOB).body("Fixes #1").mergedAt("2024-01-01T10:00:00Z"),
                pullRequest(DOCS, 3)
                        .by(BOB)
                        .asMaintainer()
                        .body("Fixes acme/app#1")
                        .mergedAt("2024-01-08T00:00:00Z"),
                pullRequest(APP, 4).by(ALICE).body("Fixes #1").mergedAt("2024-01-09T00:00:00Z"));

        // Then
        assertThat(tables.get("feedback-latency"))
                .containsExactly(row("Acme/App,1,2024-01-01T10:00:00Z,acme/docs,3,2024-01-08T00:00:00Z,568800,2024-W02,"
                        + "false,false,false,keyword"));
        assertThat(tables.get("feedback-latency-weekly"))
                .containsExactly(row("Acme/App,2024-W02,1,568800,568800,568800,0"));
    }

    @Test
    void shouldBelieveGitHubMoreThanTheText() {
        // When
        var tables = tables(
                issue(APP, 1),
                issue(APP, 2),
                pullRequest(APP, 3)
                        .body("Fixes #1, see #2, itself #3")
                        .closingByGitHub("acme/app#2")
                        .mergedAt("2024-01-02T10:00:00Z"));

        // Then
        assertThat(tables.get("references"))
                .containsExactly(row("Acme/App,3,Acme/App,1,mentions"), row("Acme/App,3,Acme/App,2,closes"));
        assertThat(tables.get("feedback-latency"))
                .singleElement()
                .satisfies(answer -> assertThat(answer).startsWith(APP, "2").endsWith("github"));
    }

    @Test
    void shouldBelieveTheTextOfPullRequestsThatGitHubDoesNotName() {
        // When
        var tables = tables(
                pullRequest(APP, 2),
                pullRequest(APP, 3).body("Fixes #2, fixes #9").closingByGitHub());

        // Then
        assertThat(tables.get("references"))
                .containsExactly(row("Acme/App,3,Acme/App,2,closes"), row("Acme/App,3,Acme/App,9,mentions"));
    }

    @Test
    void shouldLetGitHubsLastAnswerStandUntilItAnswersAgain() {
        // Given
        var asked = pullRequest(APP, 3)
                .closingByGitHub("acme/app#2")
                .updatedAt("2024-01-03T10:00:00Z")
                .build();
        var askedEarlier = pullRequest(APP, 3)
                .closingByGitHub("acme/app#9")
                .updatedAt("2024-01-02T10:00:00Z")
                .build();
        var notAsked = pullRequest(APP, 3)
                .body("Fixes #1")
                .updatedAt("2024-01-04T10:00:00Z")
                .build();

        // When
        var tables = BatchReference.tables(List.of(notAsked, asked, askedEarlier));

        // Then
        assertThat(tables.get("references"))
                .containsExactly(row("Acme/App,3,Acme/App,1,mentions"), row("Acme/App,3,Acme/App,2,closes"));
    }

    @Test
    void shouldTakeTheEarliestHumanResponseAndLetReviewCommentsWaitForTheirReview() {
        // When
        var tables = tables(
                pullRequest(APP, 1).by(ALICE).at("2024-01-01T10:00:00Z"),
                comment(APP, 1, 1).by(ROBOT).at("2024-01-01T10:00:01Z"),
                comment(APP, 1, 2).by(ALICE).at("2024-01-01T10:00:02Z"),
                reviewComment(APP, 1, 3).by(BOB).of(5L).at("2024-01-01T10:00:03Z"),
                review(APP, 1, 5).by(BOB).state(ReviewState.COMMENTED).at("2024-01-01T10:01:00Z"),
                comment(APP, 1, 4).by(CAROL).asMaintainer().at("2024-01-03T10:00:00Z"));

        // Then
        assertThat(tables.get("first-response"))
                .containsExactly(row("Acme/App,1,pull_request,2024-01-01T10:00:00Z,false,"
                        + "2024-01-01T10:01:00Z,60,false,2024-01-03T10:00:00Z,172800"));
    }

    @Test
    void shouldNotSeeWhatIsPendingAndNotWaitForWhatIsGone() {
        // When
        var tables = tables(
                pullRequest(APP, 1).by(ALICE),
                review(APP, 1, 5).by(BOB).state(ReviewState.PENDING),
                reviewComment(APP, 1, 6).by(BOB).of(5L).at("2024-01-01T10:00:10Z"),
                review(APP, 1, 7).by(BOB).at("2024-01-01T11:00:00Z").deleted(),
                reviewComment(APP, 1, 8).by(BOB).of(7L).at("2024-01-01T10:00:20Z"));

        // Then
        assertThat(tables.get("first-response")).first().satisfies(row -> assertThat(row)
                .contains("2024-01-01T10:00:20Z"));
        assertThat(tables.get("contributor-diversity")).first().satisfies(row -> assertThat(row)
                .startsWith(APP, "2024-W01", "2"));
    }

    @Test
    void shouldCountUnknownPeopleAndBotsApart() {
        // When
        var tables = tables(
                issue(APP, 1).by(null),
                issue(APP, 2).by(GHOST),
                comment(APP, 2, 1).by(null),
                comment(APP, 1, 2).by(ROBOT));

        // Then
        assertThat(tables.get("contributor-diversity")).containsExactly(row("Acme/App,2024-W01,0,0,0,0,0,0,,,,,,3,1"));
        assertThat(tables.get("responsiveness-weekly")).containsExactly(row("Acme/App,2024-W01,issue,2,0,2,,,0"));
    }

    @Test
    void shouldCallAPersonNewOnceInEachRepository() {
        // When
        var tables = tables(
                issue(APP, 1).by(ALICE).at("2024-01-01T00:00:00Z"),
                issue(APP, 2).by(ALICE).at("2024-01-08T00:00:00Z"),
                issue(DOCS, 1).by(ALICE).at("2024-01-08T00:00:00Z"));

        // Then
        assertThat(tables.get("contributor-diversity"))
                .extracting(cells -> cells.get(0) + " " + cells.get(1) + " " + cells.get(4))
                .containsExactly("Acme/App 2024-W01 1", "Acme/App 2024-W02 0", "acme/docs 2024-W02 1");
    }

    @Test
    void shouldNotCountAReviewThatOnlyWrapsItsComments() {
        // When
        var tables = tables(
                pullRequest(APP, 1).by(ALICE),
                review(APP, 1, 1).by(BOB).state(ReviewState.COMMENTED).body(" \n"),
                review(APP, 1, 2).by(BOB).state(ReviewState.COMMENTED).body("Hm."),
                review(APP, 1, 3).by(BOB).state(ReviewState.APPROVED));

        // Then
        assertThat(tables.get("contributor-diversity")).first().satisfies(row -> assertThat(row)
                .startsWith(APP, "2024-W01", "3", "2"));
    }

    @Test
    void shouldShowEveryWeekOfTheFlowBetweenTheFirstAndTheLastEvent() {
        // When
        var tables = tables(
                issue(APP, 1).at("2020-12-31T00:00:00Z").closedAt("2021-01-11T00:00:00Z"),
                pullRequest(APP, 2).body("closes #1").at("2021-01-01T00:00:00Z").mergedAt("2021-01-10T23:59:59Z"));

        // Then
        assertThat(tables.get("flow-weekly"))
                .containsExactly(
                        row("Acme/App,2020-W53,1,0,0,1,0,0,1,1"),
                        row("Acme/App,2021-W01,0,0,0,0,1,0,1,0"),
                        row("Acme/App,2021-W02,0,1,1,0,0,0,0,0"));
    }

    @Test
    void shouldKnowTheLatestSnapshotOfEverythingOnly() {
        // Given
        IssueFact issue = issue(APP, 1).closedAt("2024-01-02T00:00:00Z");

        // When
        var tables = BatchReference.tables(List.of(
                issue(APP, 2).deleted().build(),
                comment(APP, 2, 1).build(),
                issue.reopened().updatedAt("2024-01-03T00:00:00Z").build(),
                issue.closedAt("2024-01-02T00:00:00Z")
                        .updatedAt("2024-01-02T00:00:00Z")
                        .observedAt("2024-01-09T00:00:00Z")
                        .build()));

        // Then
        assertThat(tables.get("flow-weekly")).containsExactly(row("Acme/App,2024-W01,1,0,0,0,0,0,1,0"));
    }

    private static SortedMap<String, List<List<String>>> tables(Fact<?, ?>... facts) {
        return BatchReference.tables(Arrays.stream(facts).map(Fact::build).toList());
    }

    private static List<String> row(String cells) {
        return List.of(cells.split(",", -1));
    }
}
