// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static dev.hallway.ingest.ArchiveImports.HOUR;
import static dev.hallway.ingest.ArchiveImports.NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hallway.contract.Topics;
import dev.hallway.github.Comment;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Repository;
import dev.hallway.github.Review;
import dev.hallway.github.ReviewState;
import dev.hallway.github.Source;
import dev.hallway.github.SubjectKind;
import dev.hallway.ingest.archive.ArchiveReport;
import dev.hallway.ingest.archive.LeftOut;
import dev.hallway.ingest.publish.OutgoingRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken from archives. */
@SuppressWarnings("NullAway.Init") // Set before the tests.
class ArchiveImportTest {

    private static final Instant AT = Instant.parse(ArchivedEvents.AT);
    private static final String MERGED = "\"merged\": true, \"merged_at\": \"" + ArchivedEvents.AT + "\"";

    @TempDir
    private Path directory;

    private ArchiveImports archives;

    @BeforeEach
    void begin() {
        archives = new ArchiveImports(directory);
    }

    @Test
    void shouldTakeEveryKindOfFactMarkedWithItsSource() throws InterruptedException {
        // Given
        Path file = archives.file(
                HOUR,
                ArchivedEvents.issue("Hall/Way", 1),
                ArchivedEvents.pullRequest("Hall/Way", 2, MERGED),
                ArchivedEvents.issueComment("Hall/Way", 3, 31),
                ArchivedEvents.review("Hall/Way", 4, 41),
                ArchivedEvents.reviewComment("Hall/Way", 5, 51, "\"pull_request_review_id\": 50"));

        // When
        ArchiveReport report = archives.importing(file);

        // Then
        assertThat(report.events()).isEqualTo(5);
        assertThat(report.accepted()).isEqualTo(5);
        assertThat(archives.sink().values(Topics.ISSUES, Issue.class))
                .allSatisfy(issue -> assertThat(issue.getSource()).isEqualTo(Source.ARCHIVE))
                .extracting(Issue::getNumber)
                .containsExactly(1L, 3L);
        assertThat(archives.sink().values(Topics.PULL_REQUESTS, PullRequest.class))
                .allSatisfy(pull -> assertThat(pull.getSource()).isEqualTo(Source.ARCHIVE))
                .extracting(PullRequest::getMergedAt)
                .containsExactly(AT, null, null);
        assertThat(archives.sink().values(Topics.COMMENTS, Comment.class))
                .allSatisfy(comment -> assertThat(comment.getSource()).isEqualTo(Source.ARCHIVE))
                .extracting(Comment::getId, Comment::getSubject, Comment::getReviewId)
                .containsExactly(tuple(31L, SubjectKind.ISSUE, null), tuple(51L, SubjectKind.PULL_REQUEST, 50L));
        assertThat(archives.sink().values(Topics.REVIEWS, Review.class))
                .singleElement()
                .satisfies(review -> {
                    assertThat(review.getSource()).isEqualTo(Source.ARCHIVE);
                    assertThat(review.getState()).isEqualTo(ReviewState.APPROVED);
                    assertThat(review.getNumber()).isEqualTo(4);
                });
    }

    @Test
    void shouldBeObservedAtTheEventAndGiveWayToWhatTheEventIsAbout() throws InterruptedException {
        // Given
        Path file = archives.file(HOUR, ArchivedEvents.issueComment(NAME, 3, 31), ArchivedEvents.issue(NAME, 3));

        // When
        archives.importing(file);

        // Then
        assertThat(archives.sink().values(Topics.ISSUES, Issue.class))
                .extracting(Issue::getObservedAt)
                .containsExactly(AT.minusMillis(1), AT);
        assertThat(archives.sink().values(Topics.COMMENTS, Comment.class))
                .extracting(Comment::getObservedAt)
                .containsExactly(AT);
    }

    @Test
    void shouldNeverTakeAClosedPullRequestForUnmergedBecauseNothingSaysOtherwise() throws InterruptedException {
        // Given
        Path file = archives.file(
                HOUR,
                ArchivedEvents.pullRequest(NAME, 1, ""),
                ArchivedEvents.pullRequest(NAME, 2, "\"merged\": true, \"merged_at\": null"),
                ArchivedEvents.pullRequest(NAME, 3, "\"merged\": false, \"merged_at\": null"));

        // When
        ArchiveReport report = archives.importing(file);

        // Then
        assertThat(archives.sink().values(Topics.PULL_REQUESTS, PullRequest.class))
                .extracting(PullRequest::getNumber)
                .containsExactly(3L);
        assertThat(report.leftOut()).containsEntry(LeftOut.MERGE_UNKNOWN, 2L);
    }

    @Test
    void shouldNotCountAReviewCommentTwiceThatNamesNoReview() throws InterruptedException {
        // Given
        Path file = archives.file(HOUR, ArchivedEvents.reviewComment(NAME, 5, 51, ""));

        // When
        ArchiveReport report = archives.importing(file);

        // Then
        assertThat(archives.sink().values(Topics.COMMENTS, Comment.class)).isEmpty();
        assertThat(report.leftOut()).containsEntry(LeftOut.REVIEW_UNKNOWN, 1L);
    }

    @Test
    void shouldTakeOnlyWhatIsWantedAndCountTheRest() throws InterruptedException {
        // Given
        ObjectNode late = ArchivedEvents.issue(NAME, 9).put("created_at", "2025-05-01T00:00:00Z");
        Path file = archives.file(
                "events.json.gz",
                ArchivedEvents.issue("Some/Other", 1),
                ArchivedEvents.event(NAME, "WatchEvent", "\"action\": \"started\""),
                late,
                ArchivedEvents.issue(NAME, 2).put("created_at", "2014-12-31T23:59:59Z"),
                ArchivedEvents.issue(NAME, 3));

        // When
        ArchiveReport report = archives.importing(file);

        // Then
        assertThat(archives.sink().values(Topics.ISSUES, Issue.class))
                .extracting(Issue::getNumber)
                .containsExactly(3L);
        assertThat(report.lines())
                .containsExactly(
                        "Files: 1 read, 0 read before, 0 refused, 0 broken off.",
                        "Lines: 5 events, of which 1 accepted; 0 unreadable.",
                        "Facts: 1 issues.",
                        "Left out: 1 from after 2025-05-01T00:00:00Z, 1 from before 2015-01-01T00:00:00Z,"
                                + " 1 of other kinds, 1 of other repositories.");
    }

    @Test
    void shouldKnowARepositoryByItsIdUnderEveryName() throws InterruptedException {
        // Given
        archives.sink()
                .commit(
                        List.of(new OutgoingRecord<>(
                                Topics.REPOSITORIES, "hall/way", repository("Hall/Way", List.of("old/name")), AT)),
                        () -> {});
        ObjectNode stranger = ArchivedEvents.issue(NAME, 3);
        ((ObjectNode) stranger.path("repo")).put("id", 1);
        Path file = archives.file(
                HOUR, ArchivedEvents.issue("older/name", 1), ArchivedEvents.issue("old/name", 2), stranger);

        // When
        archives.importingFor(List.of("old/name"), file);

        // Then
        assertThat(archives.sink().values(Topics.ISSUES, Issue.class))
                .extracting(Issue::getRepository, Issue::getNumber)
                .containsExactly(tuple("Hall/Way", 1L), tuple("Hall/Way", 2L));
    }

    private static Repository repository(String fullName, List<String> previousNames) {
        return Repository.newBuilder()
                .setId(ArchivedEvents.REPOSITORY_ID)
                .setFullName(fullName)
                .setHtmlUrl("https://github.com/" + fullName)
                .setPreviousNames(previousNames)
                .setDefaultBranch("main")
                .setCreatedAt(AT)
                .setHistoryComplete(true)
                .setObservedAt(AT)
                .build();
    }
}
