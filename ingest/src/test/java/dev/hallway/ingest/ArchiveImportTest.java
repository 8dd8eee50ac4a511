// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hallway.contract.Topics;
import dev.hallway.github.Comment;
import dev.hallway.github.IngestCursor;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Repository;
import dev.hallway.github.Review;
import dev.hallway.github.ReviewState;
import dev.hallway.github.Source;
import dev.hallway.github.SubjectKind;
import dev.hallway.ingest.archive.ArchiveFiles;
import dev.hallway.ingest.archive.ArchiveImport;
import dev.hallway.ingest.archive.ArchiveListener;
import dev.hallway.ingest.archive.ArchiveReport;
import dev.hallway.ingest.archive.LeftOut;
import dev.hallway.ingest.publish.OutgoingRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** History from archives. */
@SuppressWarnings("NullAway.Init") // Set before the tests.
class ArchiveImportTest {

    private static final String NAME = "hall/way";
    private static final String HOUR = "2016-03-04-5.json.gz";
    private static final Instant AT = Instant.parse(ArchivedEvents.AT);
    private static final String MERGED = "\"merged\": true, \"merged_at\": \"" + ArchivedEvents.AT + "\"";

    @TempDir
    private Path directory;

    private final InMemorySink sink = new InMemorySink();
    private final List<String> told = new ArrayList<>();

    @Test
    void shouldTakeEveryKindOfFactMarkedWithItsSource() throws InterruptedException {
        // Given
        Path file = file(
                HOUR,
                ArchivedEvents.issue("Hall/Way", 1),
                ArchivedEvents.pullRequest("Hall/Way", 2, MERGED),
                ArchivedEvents.issueComment("Hall/Way", 3, 31),
                ArchivedEvents.review("Hall/Way", 4, 41),
                ArchivedEvents.reviewComment("Hall/Way", 5, 51, "\"pull_request_review_id\": 50"));

        // When
        ArchiveReport report = importing(file);

        // Then
        assertThat(report.events()).isEqualTo(5);
        assertThat(report.accepted()).isEqualTo(5);
        assertThat(sink.values(Topics.ISSUES, Issue.class))
                .allSatisfy(issue -> assertThat(issue.getSource()).isEqualTo(Source.ARCHIVE))
                .extracting(Issue::getNumber)
                .containsExactly(1L, 3L);
        assertThat(sink.values(Topics.PULL_REQUESTS, PullRequest.class))
                .allSatisfy(pull -> assertThat(pull.getSource()).isEqualTo(Source.ARCHIVE))
                .extracting(PullRequest::getMergedAt)
                .containsExactly(AT, null, null);
        assertThat(sink.values(Topics.COMMENTS, Comment.class))
                .allSatisfy(comment -> assertThat(comment.getSource()).isEqualTo(Source.ARCHIVE))
                .extracting(Comment::getId, Comment::getSubject, Comment::getReviewId)
                .containsExactly(tuple(31L, SubjectKind.ISSUE, null), tuple(51L, SubjectKind.PULL_REQUEST, 50L));
        assertThat(sink.values(Topics.REVIEWS, Review.class)).singleElement().satisfies(review -> {
            assertThat(review.getSource()).isEqualTo(Source.ARCHIVE);
            assertThat(review.getState()).isEqualTo(ReviewState.APPROVED);
            assertThat(review.getNumber()).isEqualTo(4);
        });
    }

    @Test
    void shouldBeObservedAtTheEventAndGiveWayToWhatTheEventIsAbout() throws InterruptedException {
        // Given
        Path file = file(HOUR, ArchivedEvents.issueComment(NAME, 3, 31), ArchivedEvents.issue(NAME, 3));

        // When
        importing(file);

        // Then
        assertThat(sink.values(Topics.ISSUES, Issue.class))
                .extracting(Issue::getObservedAt)
                .containsExactly(AT.minusMillis(1), AT);
        assertThat(sink.values(Topics.COMMENTS, Comment.class))
                .extracting(Comment::getObservedAt)
                .containsExactly(AT);
    }

    @Test
    void shouldNeverTakeAClosedPullRequestForUnmergedBecauseNothingSaysOtherwise() throws InterruptedException {
        // Given
        Path file = file(
                HOUR,
                ArchivedEvents.pullRequest(NAME, 1, ""),
                ArchivedEvents.pullRequest(NAME, 2, "\"merged\": true, \"merged_at\": null"),
                ArchivedEvents.pullRequest(NAME, 3, "\"merged\": false, \"merged_at\": null"));

        // When
        ArchiveReport report = importing(file);

        // Then
        assertThat(sink.values(Topics.PULL_REQUESTS, PullRequest.class))
                .extracting(PullRequest::getNumber)
                .containsExactly(3L);
        assertThat(report.leftOut()).containsEntry(LeftOut.MERGE_UNKNOWN, 2L);
    }

    @Test
    void shouldNotCountAReviewCommentTwiceThatNamesNoReview() throws InterruptedException {
        // Given
        Path file = file(HOUR, ArchivedEvents.reviewComment(NAME, 5, 51, ""));

        // When
        ArchiveReport report = importing(file);

        // Then
        assertThat(sink.values(Topics.COMMENTS, Comment.class)).isEmpty();
        assertThat(report.leftOut()).containsEntry(LeftOut.REVIEW_UNKNOWN, 1L);
    }

    @Test
    void shouldTakeOnlyWhatIsWantedAndCountTheRest() throws InterruptedException {
        // Given
        ObjectNode late = ArchivedEvents.issue(NAME, 9).put("created_at", "2025-05-01T00:00:00Z");
        Path file = file(
                "events.json.gz",
                ArchivedEvents.issue("Some/Other", 1),
                ArchivedEvents.event(NAME, "WatchEvent", "\"action\": \"started\""),
                late,
                ArchivedEvents.issue(NAME, 2).put("created_at", "2014-12-31T23:59:59Z"),
                ArchivedEvents.issue(NAME, 3));

        // When
        ArchiveReport report = importing(file);

        // Then
        assertThat(sink.values(Topics.ISSUES, Issue.class))
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
        sink.commit(
                List.of(new OutgoingRecord<>(
                        Topics.REPOSITORIES, "hall/way", repository("Hall/Way", List.of("old/name")), AT)),
                () -> {});
        ObjectNode stranger = ArchivedEvents.issue(NAME, 3);
        ((ObjectNode) stranger.path("repo")).put("id", 1);
        Path file = file(HOUR, ArchivedEvents.issue("older/name", 1), ArchivedEvents.issue("old/name", 2), stranger);

        // When
        importingAs("old/name", file);

        // Then
        assertThat(sink.values(Topics.ISSUES, Issue.class))
                .extracting(Issue::getRepository, Issue::getNumber)
                .containsExactly(tuple("Hall/Way", 1L), tuple("Hall/Way", 2L));
    }

    @Test
    void shouldRefuseHoursThatAreNotToBeTrusted() throws InterruptedException {
        // Given
        Path file = file("2025-06-01-0.json.gz", ArchivedEvents.issue(NAME, 1));

        // When
        ArchiveReport report = importing(file);

        // Then
        assertThat(report.complete()).isFalse();
        assertThat(report.refused()).isOne();
        assertThat(sink.commits()).isZero();
        assertThat(told).singleElement().asString().startsWith("2025-06-01-0.json.gz refused: GH Archive lost events");
    }

    @Test
    void shouldReportBrokenLinesByNumberAndGoOn() throws InterruptedException {
        // Given
        ObjectNode poor = ArchivedEvents.issue(NAME, 4);
        ((ObjectNode) poor.path("payload").path("issue")).remove("html_url");
        ObjectNode nameless = ArchivedEvents.issue(NAME, 0);
        Path file = file(
                HOUR,
                "{\"type\": \"Issu",
                "[]",
                ArchivedEvents.issue(NAME, 1),
                "{\"type\": 1}",
                poor,
                nameless,
                "null");

        // When
        ArchiveReport report = importing(file);

        // Then
        assertThat(told)
                .hasSize(6)
                .satisfies(lines -> assertThat(lines.get(0)).startsWith(HOUR + ":1 not JSON"))
                .contains(
                        HOUR + ":2 not an event",
                        HOUR + ":4 'type' is not a string",
                        HOUR + ":5 issue #4: 'html_url' is not a string",
                        HOUR + ":6 issue #0: 'number' is 0, which is not above 0",
                        HOUR + ":7 not an event");
        assertThat(report.unreadable()).isEqualTo(6);
        assertThat(report.complete()).isTrue();
        assertThat(sink.values(Topics.ISSUES, Issue.class)).hasSize(1);
        assertThat(sink.values(Topics.INGEST_CURSORS, IngestCursor.class))
                .last()
                .satisfies(cursor ->
                        assertThat(cursor.getGaps()).hasSize(6).contains("line 2 of " + HOUR + ": not an event"));
    }

    @Test
    void shouldChangeNothingWhenAFileIsReadAgain() throws InterruptedException {
        // Given
        Path file = file(HOUR, ArchivedEvents.issue(NAME, 1));
        importing(file);
        int commits = sink.commits();

        // When
        ArchiveReport again = importing(file);

        // Then
        assertThat(again.readBefore()).isOne();
        assertThat(sink.commits()).isEqualTo(commits);
    }

    @Test
    void shouldReadAFileForARepositoryThatIsNamedLater() throws InterruptedException {
        // Given
        Path file = file(HOUR, ArchivedEvents.issue(NAME, 1), ArchivedEvents.issue("two/two", 2));
        importing(file);

        // When
        new ArchiveImport(sink, "api.github.com", List.of(NAME, "two/two"), false, listener()).run(List.of(file));

        // Then
        assertThat(sink.values(Topics.ISSUES, Issue.class))
                .extracting(Issue::getNumber)
                .containsExactly(1L, 2L);
    }

    @Test
    void shouldReadAFileAgainThatHasOtherContents() throws InterruptedException {
        // Given
        importing(file(HOUR, ArchivedEvents.issue(NAME, 1)));

        // When
        importing(file(HOUR, ArchivedEvents.issue(NAME, 2)));

        // Then
        assertThat(sink.values(Topics.ISSUES, Issue.class))
                .extracting(Issue::getNumber)
                .containsExactly(1L, 2L);
    }

    @Test
    void shouldEndWithTheSameFactsWhereverItWasKilled() throws InterruptedException {
        // Given
        Path many = ArchivedEvents.write(
                directory,
                HOUR,
                LongStream.rangeClosed(1, 2_500)
                        .mapToObj(number -> ArchivedEvents.issue(NAME, number))
                        .toList());
        Path few = file("2016-03-04-6.json.gz", ArchivedEvents.review(NAME, 2_501, 1));
        importing(many, few);
        Set<String> expected = sink.entities();

        // When
        List<InMemorySink> results = new ArrayList<>();
        for (int killedAt = 0; killedAt < 4; killedAt++) {
            InMemorySink target = new InMemorySink();
            target.refuseCommit(killedAt);
            assertThatThrownBy(() -> importing(target, many, few)).isInstanceOf(KafkaException.class);
            importing(target, many, few);
            results.add(target);
        }

        // Then
        assertThat(sink.commits()).isEqualTo(4);
        assertThat(results).allSatisfy(result -> {
            assertThat(result.entities()).isEqualTo(expected);
            assertThat(result.values(Topics.ISSUES, Issue.class)).hasSize(2_500);
        });
    }

    @Test
    void shouldKeepWhatItReadOfAFileThatBreaksOffAndReadTheWholeOneLater() throws InterruptedException, IOException {
        // Given
        Path whole = ArchivedEvents.write(
                directory,
                HOUR,
                LongStream.rangeClosed(1, 3_000)
                        .mapToObj(number -> ArchivedEvents.issue(NAME, number))
                        .toList());
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(whole, Arrays.copyOf(bytes, bytes.length / 2));

        // When
        ArchiveReport first = importing(whole);
        int read = sink.values(Topics.ISSUES, Issue.class).size();
        Files.write(whole, bytes);
        ArchiveReport second = importing(whole);

        // Then
        assertThat(first.complete()).isFalse();
        assertThat(first.brokenOff()).isOne();
        assertThat(told).singleElement().asString().startsWith(HOUR + ":" + (read + 1) + " broken off");
        assertThat(read).isBetween(1, 2_999);
        assertThat(second.complete()).isTrue();
        assertThat(sink.values(Topics.ISSUES, Issue.class).stream()
                        .map(Issue::getNumber)
                        .distinct())
                .hasSize(3_000);
    }

    @Test
    void shouldSayThatAFileIsNoArchive() throws IOException, InterruptedException {
        // Given
        Path file = Files.writeString(directory.resolve(HOUR), "not gzip");

        // When
        ArchiveReport report = importing(file);

        // Then
        assertThat(report.brokenOff()).isOne();
        assertThat(told).containsExactly(HOUR + ":0 broken off: Not in GZIP format");
    }

    @Test
    void shouldFindTheFilesOfADirectoryByHour() {
        // Given
        file("2016-03-04-10.json.gz");
        file("2016-03-04-9.json.gz");

        // When
        List<Path> files = ArchiveFiles.find(List.of(directory));

        // Then
        assertThat(files)
                .extracting(path -> path.getFileName().toString())
                .containsExactly("2016-03-04-9.json.gz", "2016-03-04-10.json.gz");
    }

    private Path file(String name, Object... lines) {
        return ArchivedEvents.write(directory, name, List.of(lines));
    }

    private ArchiveReport importing(Path... files) throws InterruptedException {
        return importing(sink, files);
    }

    private ArchiveReport importing(InMemorySink target, Path... files) throws InterruptedException {
        return new ArchiveImport(target, "api.github.com", List.of(NAME), false, listener()).run(List.of(files));
    }

    private void importingAs(String name, Path file) throws InterruptedException {
        new ArchiveImport(sink, "api.github.com", List.of(name), false, listener()).run(List.of(file));
    }

    private ArchiveListener listener() {
        return new ArchiveListener() {
            @Override
            public void unreadable(String file, long line, String reason) {
                told.add(file + ":" + line + " " + reason);
            }

            @Override
            public void brokenOff(String file, long line, String reason) {
                told.add(file + ":" + line + " broken off: " + reason);
            }

            @Override
            public void refused(String file, String reason) {
                told.add(file + " refused: " + reason);
            }
        };
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
