// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.topology;

import static dev.hallway.streams.reference.Facts.comment;
import static dev.hallway.streams.reference.Facts.issue;
import static dev.hallway.streams.reference.Facts.pullRequest;
import static dev.hallway.streams.reference.Facts.repository;
import static dev.hallway.streams.reference.Facts.review;
import static dev.hallway.streams.reference.Facts.reviewComment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.Topics;
import dev.hallway.github.Account;
import dev.hallway.github.AccountType;
import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.health.FlowWeek;
import dev.hallway.streams.reference.BatchReference;
import dev.hallway.streams.reference.Facts;
import dev.hallway.streams.reference.PullRequestFact;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes back counts again, what is taken back does not, and people are in the past what they turn out to be. */
class RecountTest {

    private static final String APP = "acme/app";
    private static final String LATER = "2024-03-01T00:00:00Z";
    private static final String LAST = "2024-03-02T00:00:00Z";

    private final List<SpecificRecord> taken = new ArrayList<>();
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
    void shouldCountNothingInAnItemThatIsDeletedAndAllOfItOnceItIsRestored() {
        // Given
        takeConversation();
        Map<String, ContributorDiversityWeek> before = hallway.published(Topics.CONTRIBUTOR_DIVERSITY);
        take(pullRequest(APP, 2).updatedAt(LATER).deleted().build());
        Map<String, ContributorDiversityWeek> whileDeleted = hallway.published(Topics.CONTRIBUTOR_DIVERSITY);

        // When
        take(pullRequest(APP, 2).updatedAt(LAST).build());

        // Then
        String weekOfTheReview = APP + "|2024-W02";
        assertThat(Objects.requireNonNull(before.get(weekOfTheReview)).getContributions())
                .isEqualTo(2);
        assertThat(whileDeleted).containsEntry(weekOfTheReview, null);
        assertThat(hallway.published(Topics.CONTRIBUTOR_DIVERSITY))
                .containsEntry(weekOfTheReview, before.get(weekOfTheReview));
        assertTables();
    }

    @Test
    void shouldTakeBackTheFlowOfALastItemThatIsDeletedAsTheRepositoryIsNamedAnew() {
        // Given
        hallway.take(repository(APP, 7).build());
        hallway.take(issue(APP, 1).build());
        hallway.settle();
        Map<String, FlowWeek> before = hallway.published(Topics.FLOW);

        // When
        hallway.take(repository("Acme/App", 7).observedAt(Instant.parse(LATER)).build());
        hallway.take(issue(APP, 1).updatedAt(LATER).deleted().build());
        hallway.settle();

        // Then
        assertThat(before.get(APP + "|2024-W01")).isNotNull();
        assertThat(hallway.published(Topics.FLOW)).containsEntry(APP + "|2024-W01", null);
    }

    @Test
    void shouldCountWhatWasWrittenWhileAnItemWasDeletedOnceItIsRestored() {
        // Given
        takeConversation();
        take(pullRequest(APP, 2).updatedAt(LATER).deleted().build());
        take(comment(APP, 2, 50).by(Facts.CAROL).at("2024-01-20T10:00:00Z").build());
        take(review(APP, 2, 20)
                .by(Facts.BOB)
                .at("2024-01-29T10:00:00Z")
                .observedAt(LATER)
                .build());

        // When
        take(pullRequest(APP, 2).updatedAt(LAST).build());

        // Then
        assertTables();
    }

    @Test
    void shouldMoveTheNewcomerToTheWeekOfTheFirstContributionThatIsLeft() {
        // Given
        take(issue(APP, 1).at("2023-12-01T10:00:00Z").build());
        take(comment(APP, 1, 10).by(Facts.BOB).at("2024-01-02T10:00:00Z").build());
        take(comment(APP, 1, 11).by(Facts.BOB).at("2024-01-16T10:00:00Z").build());

        // When
        take(comment(APP, 1, 10).deletedWithoutTrace().updatedAt(LATER).build());

        // Then
        assertThat(Objects.requireNonNull(
                                hallway.published(Topics.CONTRIBUTOR_DIVERSITY).get(APP + "|2024-W03"))
                        .getNewcomers())
                .isEqualTo(1);
        assertTables();
    }

    @Test
    void shouldKeepTheNewcomerInAWeekInWhichSomethingElseIsLeft() {
        // Given
        take(issue(APP, 1).at("2023-12-01T10:00:00Z").build());
        take(comment(APP, 1, 10).by(Facts.BOB).at("2024-01-02T10:00:00Z").build());
        take(comment(APP, 1, 11).by(Facts.BOB).at("2024-01-03T10:00:00Z").build());
        take(comment(APP, 1, 12).by(Facts.BOB).at("2024-01-16T10:00:00Z").build());

        // When
        take(comment(APP, 1, 10).deletedWithoutTrace().updatedAt(LATER).build());

        // Then
        assertThat(hallway.published(Topics.CONTRIBUTOR_DIVERSITY))
                .extractingByKey(APP + "|2024-W01")
                .extracting(ContributorDiversityWeek::getNewcomers)
                .isEqualTo(1L);
        assertTables();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void shouldCountABotAsOneWheneverItTurnsOutToBeOne(int moment) {
        // Given
        List<SpecificRecord> facts = new ArrayList<>(conversation());
        Account asBot = new Account(Facts.BOB.getId(), "bob[bot]", AccountType.USER);
        facts.add(
                moment,
                issue(APP, 9)
                        .openedBy(asBot)
                        .at("2024-02-01T00:00:00Z")
                        .updatedAt(LAST)
                        .build());

        // When
        facts.forEach(this::take);

        // Then
        assertTables();
    }

    @Test
    void shouldTakeSomebodyForAMaintainerFromTheFirstMergeOn() {
        // Given
        takeConversation();
        take(mergedBy(Facts.BOB, "2024-01-10T00:00:00Z").updatedAt(LATER).build());
        SortedMap<String, List<List<String>>> whileMerging = TopologyLawsTest.tables(hallway.reader());
        assertTables();

        // When: GitHub's answer is corrected
        take(mergedBy(Facts.CAROL, "2024-01-10T00:00:00Z").updatedAt(LAST).build());

        // Then
        assertThat(maintainerContributions(whileMerging))
                .as("the comment of the week before is none")
                .containsExactly("0", "2", "1");
        assertThat(maintainerContributions(TopologyLawsTest.tables(hallway.reader())))
                .as("the review is one by association")
                .containsExactly("0", "1", "0");
        assertTables();
    }

    @Test
    void shouldRememberWhoMergedWhenALaterSnapshotDoesNotSay() {
        // Given
        takeConversation();
        take(mergedBy(Facts.BOB, "2024-01-10T00:00:00Z").updatedAt(LATER).build());

        // When
        take(pullRequest(APP, 2)
                .body("Fixes #1")
                .mergedAt("2024-01-10T00:00:00Z")
                .updatedAt(LAST)
                .build());

        // Then
        assertThat(maintainerContributions(TopologyLawsTest.tables(hallway.reader())))
                .containsExactly("0", "2", "1");
        assertTables();
    }

    private static PullRequestFact mergedBy(Account account, String instant) {
        return pullRequest(APP, 2)
                .body("Fixes #1")
                .mergedAt(instant)
                .closingByGitHub(APP + "#1")
                .mergedBy(account);
    }

    private static List<String> maintainerContributions(SortedMap<String, List<List<String>>> tables) {
        String table = "contributor-diversity";
        int column = BatchReference.COLUMNS.getOrDefault(table, List.of()).indexOf("maintainer_contributions");
        return tables.getOrDefault(table, List.of()).stream()
                .map(row -> row.get(column))
                .toList();
    }

    @Test
    void shouldPublishTheNameAsGitHubWritesItOnceThatIsKnown() {
        // Given
        take(issue(APP, 1).build());

        // When
        take(Facts.repository("Acme/App", 7).observedAt(Instant.parse(LATER)).build());

        // Then
        assertThat(Objects.requireNonNull(
                                hallway.published(Topics.CONTRIBUTOR_DIVERSITY).get(APP + "|2024-W01"))
                        .getRepository())
                .isEqualTo("Acme/App");
        assertThat(Objects.requireNonNull(hallway.published(Topics.FLOW).get(APP + "|2024-W01"))
                        .getRepository())
                .isEqualTo("Acme/App");
    }

    private void takeConversation() {
        conversation().forEach(this::take);
    }

    private static List<SpecificRecord> conversation() {
        return List.of(
                issue(APP, 1).at("2024-01-01T10:00:00Z").build(),
                pullRequest(APP, 2).body("Fixes #1").build(),
                comment(APP, 2, 10).by(Facts.BOB).at("2024-01-03T10:00:00Z").build(),
                review(APP, 2, 20)
                        .by(Facts.BOB)
                        .asMaintainer()
                        .at("2024-01-10T10:00:00Z")
                        .build(),
                reviewComment(APP, 2, 30)
                        .of(20L)
                        .by(Facts.BOB)
                        .at("2024-01-09T10:00:00Z")
                        .build(),
                comment(APP, 1, 40).by(Facts.BOB).at("2024-01-17T10:00:00Z").build());
    }

    private void take(SpecificRecord fact) {
        taken.add(fact);
        hallway.take(fact);
        hallway.settle();
    }

    private void assertTables() {
        SortedMap<String, List<List<String>>> actual = TopologyLawsTest.tables(hallway.reader());
        BatchReference.tables(taken)
                .forEach(
                        (table, rows) -> assertThat(actual.get(table)).as(table).containsExactlyElementsOf(rows));
    }
}
