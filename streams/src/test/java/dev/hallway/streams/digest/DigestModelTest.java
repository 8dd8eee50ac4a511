// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hallway.streams.comparison.ComparedFigure;
import dev.hallway.streams.comparison.FigureComparison.Absent;
import dev.hallway.streams.comparison.FigureComparison.NotCompared;
import dev.hallway.streams.comparison.WeekComparison.NotOver;
import dev.hallway.streams.comparison.WeekComparison.TooEarly;
import dev.hallway.streams.digest.DigestModel.FirstResponses;
import dev.hallway.streams.digest.DigestModel.OpenFeedback;
import dev.hallway.streams.read.InMemoryCommunity;
import dev.hallway.streams.read.ItemView;
import dev.hallway.streams.read.ItemView.Kind;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.read.Rows;
import dev.hallway.streams.read.SecretsCommunity;
import dev.hallway.streams.week.IsoWeek;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DigestModelTest {

    private static final IsoWeek WEEK = SecretsCommunity.WEEK;

    @Test
    void shouldSayThatItIsTooEarlyToTellWhatChanged() {
        // When
        DigestModel digest = DigestModel.of(SecretsCommunity.community(), "dapr/dapr", WEEK);

        // Then
        assertThat(digest.comparison().basis()).isEqualTo(new TooEarly(1));
        assertThat(digest.comparison().compared()).isEmpty();
        assertThat(digest.comparison().figures())
                .contains(new NotCompared(
                        ComparedFigure.FEEDBACK_TO_MERGE_LATENCY,
                        BigDecimal.valueOf(790_200),
                        1L,
                        "too early to tell: 1 week is known before it, and it takes 8"));
    }

    @Test
    void shouldSayWhyAFigureIsMissing() {
        // When
        DigestModel digest = DigestModel.of(SecretsCommunity.community(), "dapr/dapr", WEEK);

        // Then
        assertThat(digest.firstResponses())
                .containsExactly(
                        new FirstResponses(
                                Kind.ISSUE,
                                new Figure.Unavailable("none of the 1 opened has a response yet"),
                                Figure.of(1d, 1)),
                        new FirstResponses(Kind.PULL_REQUEST, Figure.of(3_600d, 1), Figure.of(0d, 1)));
    }

    @Test
    void shouldCountNothingAsZeroOnlyWhereTheDataReach() {
        // Given
        IsoWeek quiet = WEEK.next();
        IsoWeek future = quiet.next();

        // When
        DigestModel read = DigestModel.of(SecretsCommunity.community(), "dapr/dapr", quiet);
        DigestModel unread = DigestModel.of(SecretsCommunity.community(), "dapr/dapr", future);

        // Then
        assertThat(read.botContributions()).isEqualTo(Figure.of(0d));
        assertThat(read.openItems().issues()).isEqualTo(Figure.of(3d));
        assertThat(unread.botContributions()).isEqualTo(new Figure.Unavailable("the data do not reach into the week"));
        assertThat(unread.completeness().weekComplete()).isFalse();
        assertThat(unread.comparison().basis()).isEqualTo(new NotOver(SecretsCommunity.SYNCED));
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
        DigestModel digest = DigestModel.of(community, "dapr/dapr", SecretsCommunity.LAST_WEEK.previous());

        // Then
        assertThat(digest.botContributions()).isEqualTo(new Figure.Unavailable("the history is not complete"));
        assertThat(digest.comparison().figures())
                .contains(new Absent(ComparedFigure.CONTRIBUTORS, "the history is not complete"));
    }

    @Test
    void shouldQueueWhoWaitsWithoutBots() {
        // When
        DigestModel digest = DigestModel.of(SecretsCommunity.community(), "dapr/dapr", WEEK);

        // Then
        assertThat(digest.waiting().total()).isEqualTo(1);
        assertThat(digest.waiting().newest()).singleElement().satisfies(item -> {
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
        assertThat(digest.waiting().newest())
                .extracting(DigestModel.WaitingItem::number)
                .containsExactly(1_060L, 2_002L, 2_001L);
        assertThat(digest.waiting().newest())
                .extracting(DigestModel.WaitingItem::waitingSeconds)
                .endsWith(7L * 86_400, 7L * 86_400);
        assertThat(digest.openFeedback().oldestAge().number()).hasValue(7 * 86_400);
    }

    @Test
    void shouldNotLetWaitingGoOnWhereTheDataEnd() {
        // When
        DigestModel digest = DigestModel.of(SecretsCommunity.community(), "dapr/dapr", WEEK.next());

        // Then
        assertThat(digest.asOf()).isEqualTo(SecretsCommunity.SYNCED);
        assertThat(digest.waiting().newest()).singleElement().satisfies(item -> assertThat(item.waitingSeconds())
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
}
