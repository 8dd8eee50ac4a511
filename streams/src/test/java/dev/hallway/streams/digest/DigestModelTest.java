// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hallway.streams.digest.Change.Verdict;
import dev.hallway.streams.digest.DigestModel.OpenFeedback;
import dev.hallway.streams.read.InMemoryCommunity;
import dev.hallway.streams.read.ItemView;
import dev.hallway.streams.read.ItemView.Kind;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.read.Rows;
import dev.hallway.streams.read.SecretsCommunity;
import dev.hallway.streams.week.IsoWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigestModelTest {

    private static final IsoWeek WEEK = SecretsCommunity.WEEK;

    @Test
    void shouldTellTheBiggestDeteriorationFirst() {
        // When
        DigestModel digest = DigestModel.of(SecretsCommunity.community(), "dapr/dapr", WEEK);

        // Then
        assertThat(digest.changes()).extracting(Change::verdict).isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(digest.changes())
                .filteredOn(change -> change.verdict() == Verdict.WORSE)
                .extracting(Change::measure)
                .containsExactly(
                        Measure.ISSUES_UNANSWERED,
                        Measure.EFFECTIVE_CONTRIBUTORS,
                        Measure.OPEN_ISSUES,
                        Measure.CONTRIBUTORS,
                        Measure.COMMUNITY_CONTRIBUTORS);
    }

    @Test
    void shouldSayWhyAFigureIsMissing() {
        // When
        DigestModel digest = DigestModel.of(SecretsCommunity.community(), "dapr/dapr", WEEK);

        // Then
        Change latency = change(digest, Measure.FEEDBACK_TO_MERGE);
        assertThat(latency.thisWeek()).isEqualTo(Figure.of(790_200d, 1));
        assertThat(latency.lastWeek())
                .isEqualTo(new Figure.Unavailable("no feedback was answered by a merge in the week"));
        assertThat(latency.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
        assertThat(change(digest, Measure.ISSUE_FIRST_RESPONSE).thisWeek())
                .isEqualTo(new Figure.Unavailable("none of the 1 opened has a response yet"));
    }

    @Test
    void shouldCountNothingAsZeroOnlyWhereTheDataReach() {
        // Given
        IsoWeek quiet = WEEK.next();
        IsoWeek future = quiet.next();

        // When
        DigestModel digest = DigestModel.of(SecretsCommunity.community(), "dapr/dapr", future);

        // Then
        Change opened = change(digest, Measure.ISSUES_OPENED);
        assertThat(opened.lastWeek()).as("%s: read, nothing opened", quiet).isEqualTo(Figure.of(0d));
        assertThat(opened.thisWeek()).isEqualTo(new Figure.Unavailable("the data do not reach into the week"));
        assertThat(change(digest, Measure.OPEN_ISSUES).lastWeek()).isEqualTo(Figure.of(3d));
        assertThat(digest.completeness().weekComplete()).isFalse();
    }

    @Test
    void shouldNotTakeMissingHistoryForZero() {
        // Given
        RepositorySummary known = SecretsCommunity.summary();
        InMemoryCommunity community = new InMemoryCommunity(new RepositorySummary(
                known.repository(),
                known.htmlUrl(),
                known.syncedAt(),
                false,
                known.gaps(),
                known.inventory(),
                known.firstWeek(),
                known.lastWeek()));

        // When
        DigestModel digest = DigestModel.of(community, "dapr/dapr", SecretsCommunity.LAST_WEEK);

        // Then
        assertThat(change(digest, Measure.CONTRIBUTORS).lastWeek())
                .isEqualTo(new Figure.Unavailable("the history is not complete"));
    }

    @Test
    void shouldQueueWhoWaitsWithoutBots() {
        // When
        DigestModel digest = DigestModel.of(SecretsCommunity.community(), "dapr/dapr", WEEK);

        // Then
        assertThat(digest.waiting().total()).isEqualTo(1);
        assertThat(digest.waiting().shown()).singleElement().satisfies(item -> {
            assertThat(item.number()).isEqualTo(1060);
            assertThat(item.newcomer()).isTrue();
            assertThat(item.waitingSeconds()).isEqualTo(4 * 86_400 + 16 * 3_600);
        });
    }

    @Test
    void shouldTellWhatWaitedAtOneMomentInAllOfTheDigest() {
        // Given
        InMemoryCommunity community = SecretsCommunity.community()
                .with(opened(2_001).response(WEEK.end().plusSeconds(60), true).build())
                .with(opened(2_002).closed(WEEK.end().plusSeconds(60)).build())
                .with(opened(2_003).response(WEEK.end().minusSeconds(60), true).build())
                .with(opened(2_004).closed(WEEK.end().minusSeconds(60)).build());

        // When
        DigestModel digest = DigestModel.of(community, "dapr/dapr", WEEK);

        // Then
        assertThat(digest.asOf())
                .isEqualTo(WEEK.end())
                .isEqualTo(digest.openFeedback().asOf());
        assertThat(digest.waiting().shown())
                .extracting(DigestModel.WaitingItem::number)
                .containsExactly(2_001L, 2_002L, 1_060L);
        assertThat(digest.waiting().shown())
                .extracting(DigestModel.WaitingItem::waitingSeconds)
                .startsWith(7L * 86_400, 7L * 86_400);
        assertThat(digest.openFeedback().oldestAge().number()).hasValue(7 * 86_400);
    }

    @Test
    void shouldNotLetWaitingGoOnWhereTheDataEnd() {
        // When
        DigestModel digest = DigestModel.of(SecretsCommunity.community(), "dapr/dapr", WEEK.next());

        // Then
        assertThat(digest.asOf()).isEqualTo(SecretsCommunity.SYNCED);
        assertThat(digest.waiting().shown()).singleElement().satisfies(item -> assertThat(item.waitingSeconds())
                .isEqualTo(7 * 86_400));
    }

    private static Rows.ItemBuilder opened(long number) {
        return Rows.item(SecretsCommunity.NAME, number, Kind.ISSUE, WEEK.start());
    }

    @Test
    void shouldEstimateTheLatencyWithTheWaitingCountedIn() {
        // Given
        Instant end = WEEK.end();
        InMemoryCommunity community = SecretsCommunity.community()
                .with(issue(1, end.minus(Duration.ofDays(400))))
                .with(issue(2, end.plus(Duration.ofDays(1))))
                .with(closedUnmerged(3))
                .with(closedUnmerged(4));

        // When
        OpenFeedback open = DigestModel.of(community, "dapr/dapr", WEEK).openFeedback();

        // Then
        assertThat(open.open()).as("1 and 1060").isEqualTo(2);
        assertThat(open.oldestAge()).isEqualTo(Figure.of(400d * 86_400, 2));
        assertThat(open.observed()).as("3, 4, 1034 and 1060").isEqualTo(4);
        assertThat(open.merged()).isEqualTo(1);
        assertThat(open.medianLatency())
                .as("closed without a merge still counts as waiting")
                .isInstanceOf(Figure.Unavailable.class);
    }

    @Test
    void shouldRefuseARepositoryThatIsNotHeld() {
        // When, Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DigestModel.of(SecretsCommunity.community(), "no/where", WEEK))
                .withMessage("The repository no/where is not held here.");
    }

    @Test
    void shouldInterpolateQuantilesAndRoundHalfUp() {
        // When
        List<Long> quantiles = List.of(
                Quantile.ofSorted(List.of(1L, 2L), 50),
                Quantile.ofSorted(List.of(10L, 20L, 30L), 90),
                Quantile.ofSorted(List.of(7L), 100));

        // Then
        assertThat(quantiles).containsExactly(2L, 28L, 7L);
    }

    private static ItemView issue(long number, Instant openedAt) {
        return Rows.item(SecretsCommunity.NAME, number, Kind.ISSUE, openedAt)
                .response(openedAt.plusSeconds(60), true)
                .build();
    }

    private static ItemView closedUnmerged(long number) {
        Instant openedAt = WEEK.end().minus(Duration.ofDays(100));
        return Rows.item(SecretsCommunity.NAME, number, Kind.ISSUE, openedAt)
                .closed(openedAt.plus(Duration.ofDays(1)))
                .build();
    }

    private static Change change(DigestModel digest, Measure measure) {
        return digest.changes().stream()
                .filter(change -> change.measure() == measure)
                .findFirst()
                .orElseThrow();
    }
}
