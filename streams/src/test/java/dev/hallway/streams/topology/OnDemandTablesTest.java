// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.topology;

import static dev.hallway.streams.reference.Facts.ALICE;
import static dev.hallway.streams.reference.Facts.BOB;
import static dev.hallway.streams.reference.Facts.CAROL;
import static dev.hallway.streams.reference.Facts.comment;
import static dev.hallway.streams.reference.Facts.issue;
import static dev.hallway.streams.reference.Facts.pullRequest;
import static dev.hallway.streams.reference.Facts.review;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.github.Account;
import dev.hallway.streams.reference.Facts;
import dev.hallway.streams.reference.PullRequestFact;
import dev.hallway.streams.table.CsvTable;
import dev.hallway.streams.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables about who merges, who came and stayed, and what is left open. */
class OnDemandTablesTest {

    private static final String APP = "acme/app";

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
    void shouldTellWhoMergedAfterWhichReview() throws IOException {
        // Given
        take(
                // By its author, unreviewed: the review by the author is none.
                merged(1, ALICE, "2024-01-03T10:00:00Z").build(),
                review(APP, 1, 11).by(ALICE).at("2024-01-02T10:00:00Z").build(),
                // By somebody else, after a review.
                merged(2, BOB, "2024-01-03T10:00:00Z").build(),
                review(APP, 2, 21).by(CAROL).at("2024-01-02T10:00:00Z").build(),
                // Reviewed in the very second, which is not before.
                merged(3, BOB, "2024-01-03T10:00:00Z").build(),
                review(APP, 3, 31).by(CAROL).at("2024-01-03T10:00:00Z").build(),
                // Nobody knows who merged.
                merged(4, null, "2024-01-03T10:00:00Z").build(),
                // By a bot.
                merged(5, Facts.ROBOT, "2024-01-03T10:00:00Z").build(),
                merged(6, null, "2024-01-10T10:00:00Z").build());

        // When
        String csv = csv("merging-weekly");

        // Then
        assertThat(csv).isEqualTo("""
                repository,week,merged,merger_known,mergers,top_merger_share,merger_absence_factor,self_merged,\
                merged_without_review,self_merged_without_review
                acme/app,2024-W01,5,3,2,0.666667,1,1,4,1
                acme/app,2024-W02,1,0,,,,,1,
                """);
    }

    @Test
    void shouldTellHowFarPullRequestsCame() throws IOException {
        // Given
        take(
                pullRequest(APP, 1).draft(true).build(),
                merged(2, BOB, "2024-01-03T10:00:00Z")
                        .readyAt(Instant.parse("2024-01-02T10:00:00Z"))
                        .build(),
                review(APP, 2, 21).by(CAROL).at("2024-01-02T10:00:01Z").build(),
                // Marked ready again after its merge.
                merged(3, null, "2024-01-03T10:00:00Z")
                        .readyAt(Instant.parse("2024-01-04T10:00:00Z"))
                        .build());

        // When
        String csv = csv("pull-requests");

        // Then
        assertThat(csv).isEqualTo("""
                repository,number,opened_at,ready_at,first_review_at,merged_at,closed_at,author_is_bot,\
                author_is_maintainer,merged_by_maintainer,open_to_merge_seconds,ready_to_merge_seconds,\
                first_review_seconds
                acme/app,1,2024-01-01T10:00:00Z,,,,,false,false,,,,
                acme/app,2,2024-01-01T10:00:00Z,2024-01-02T10:00:00Z,2024-01-02T10:00:01Z,2024-01-03T10:00:00Z,\
                2024-01-03T10:00:00Z,false,false,true,172800,86400,86401
                acme/app,3,2024-01-01T10:00:00Z,2024-01-04T10:00:00Z,,2024-01-03T10:00:00Z,\
                2024-01-03T10:00:00Z,false,false,,172800,,
                """);
    }

    @Test
    void shouldTellWhoCameHowAndWhetherTheyReturned() throws IOException {
        // Given
        take(
                // Returns in the twelfth week after the first.
                issue(APP, 1).openedBy(ALICE).at("2024-01-01T10:00:00Z").build(),
                comment(APP, 1, 10).by(BOB).at("2024-01-01T10:00:30Z").build(),
                comment(APP, 1, 11).by(ALICE).at("2024-03-31T23:59:59Z").build(),
                // A merge alone is no return.
                pullRequest(APP, 2)
                        .openedBy(CAROL)
                        .at("2024-01-01T10:00:30Z")
                        .mergedAt("2024-02-01T00:00:00Z")
                        .build(),
                // Came too late to tell.
                issue(APP, 3)
                        .openedBy(Facts.user(4, "dora"))
                        .at("2024-01-08T00:00:00Z")
                        .build(),
                // Neither bots nor deleted accounts are newcomers.
                issue(APP, 4).openedBy(Facts.ROBOT).build(),
                issue(APP, 5).openedBy(Facts.GHOST).build());

        // When
        String people = csv("newcomers");
        String cohorts = csv("newcomer-cohorts");

        // Then
        assertThat(people).isEqualTo("""
                repository,login,first_at,first_week,first_kind,first_answered_seconds,first_pull_request_at,\
                first_merge_at,contributions,last_week,returned_within_12_weeks
                acme/app,alice,2024-01-01T10:00:00Z,2024-W01,issue_opened,30,,,2,2024-W13,true
                acme/app,bob,2024-01-01T10:00:30Z,2024-W01,issue_comment,,,,1,2024-W01,false
                acme/app,carol,2024-01-01T10:00:30Z,2024-W01,pull_request_opened,,2024-01-01T10:00:30Z,\
                2024-02-01T00:00:00Z,2,2024-W05,false
                acme/app,dora,2024-01-08T00:00:00Z,2024-W02,issue_opened,,,,1,2024-W02,
                """);
        assertThat(cohorts).isEqualTo("""
                repository,week,newcomers,by_issue,by_pull_request,by_comment,by_review,opened_pull_request,\
                merged_pull_request,returned_within_12_weeks,return_known
                acme/app,2024-W01,3,1,1,1,0,1,1,1,3
                acme/app,2024-W02,1,1,0,0,0,0,0,0,0
                """);
    }

    @Test
    void shouldTellWhatWasOpenAtTheEndOfEachWeekAndForHowLong() throws IOException {
        // Given
        take(
                issue(APP, 1)
                        .at("2024-01-01T00:00:00Z")
                        .closedAt("2024-01-15T00:00:00Z")
                        .build(),
                issue(APP, 2).at("2024-01-07T00:00:00Z").build(),
                pullRequest(APP, 3)
                        .at("2024-01-08T00:00:00Z")
                        .mergedAt("2024-01-14T23:59:59Z")
                        .build());

        // When
        String csv = csv("backlog-weekly");

        // Then
        assertThat(csv).isEqualTo("""
                repository,week,open_issues,issue_age_p50_seconds,issue_age_p90_seconds,open_pull_requests,\
                pull_request_age_p50_seconds,pull_request_age_p90_seconds
                acme/app,2024-W01,2,345600,552960,0,,
                acme/app,2024-W02,2,950400,1157760,0,,
                acme/app,2024-W03,1,1296000,1296000,0,,
                """);
    }

    private static PullRequestFact merged(long number, @Nullable Account by, String instant) {
        return pullRequest(APP, number).mergedAt(instant).closingByGitHub().mergedBy(by);
    }

    private void take(SpecificRecord... facts) {
        List.of(facts).forEach(hallway::take);
        hallway.settle();
    }

    private String csv(String table) throws IOException {
        StringBuilder csv = new StringBuilder();
        CsvTable.write(Tables.named(table).orElseThrow(), hallway.reader(), List.of(APP), csv);
        return csv.toString();
    }
}
