// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.health.FlowWeek;
import dev.hallway.streams.comparison.FigureComparison.Absent;
import dev.hallway.streams.comparison.FigureComparison.Compared;
import dev.hallway.streams.comparison.FigureComparison.NotCompared;
import dev.hallway.streams.comparison.WeekComparison.NotOver;
import dev.hallway.streams.comparison.WeekComparison.TooEarly;
import dev.hallway.streams.comparison.WeekComparison.WeeksBefore;
import dev.hallway.streams.read.InMemoryCommunity;
import dev.hallway.streams.read.ItemView;
import dev.hallway.streams.read.ItemView.Kind;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.read.Rows;
import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonsTest {

    private static final String APP = "acme/app";
    private static final IsoWeek FIRST = IsoWeek.parse("2024-W01");
    private static final IsoWeek LAST = FIRST.plus(8);
    private static final long USUAL = 40;
    private static final Set<ComparedFigure> WITHOUT_A_REGISTRY =
            EnumSet.complementOf(EnumSet.of(ComparedFigure.EFFECTIVE_ORGANISATIONS, ComparedFigure.OUTSIDE_HOME_SHARE));

    @Test
    void shouldSayWhatChangedAndWhatIsAsUsual() {
        // Given: eight even weeks, then one with many contributions by as many people as ever
        InMemoryCommunity community = evenWeeks(LAST.end()).with(diversity(LAST, 90));

        // When
        WeekComparison comparison = Comparisons.ofWeek(community, summary(LAST.end()), LAST);

        // Then
        assertThat(comparison.basis()).isEqualTo(new WeeksBefore(new WeekRange(FIRST, FIRST.plus(7)), 8));
        assertThat(comparison.figures())
                .extracting(FigureComparison::figure)
                .containsExactlyElementsOf(WITHOUT_A_REGISTRY);
        assertThat(comparison.compared())
                .filteredOn(Compared::changed)
                .singleElement()
                .satisfies(figure -> {
                    assertThat(figure.figure()).isEqualTo(ComparedFigure.CONTRIBUTIONS);
                    assertThat(figure.direction()).isEqualTo(Direction.MORE);
                    assertThat(figure.reference().least()).isEqualByComparingTo("40");
                    assertThat(figure.reference().most()).isEqualByComparingTo("40");
                });
        assertThat(Comparisons.ofAllWeeks(community, summary(LAST.end()))).containsExactly(comparison);
    }

    @Test
    void shouldCompareTheWeeksOfARangeAsEachAlone() {
        // Given: the two weeks after the eight even ones, and some in which nobody did anything
        Instant synced = LAST.plus(20).end();
        InMemoryCommunity community =
                evenWeeks(synced).with(diversity(LAST, 90)).with(diversity(LAST.next(), USUAL));
        RepositorySummary summary = summary(synced);
        WeekRange range = new WeekRange(FIRST.plus(-30), LAST.plus(30));

        // When
        List<WeekComparison> weeks = Comparisons.ofWeeks(community, summary, range);

        // Then
        assertThat(weeks).hasSize(21).allSatisfy(week -> assertThat(week)
                .isEqualTo(Comparisons.ofWeek(community, summary, week.week())));
        assertThat(Comparisons.ofWeeks(community, summary, new WeekRange(LAST.plus(3), LAST.plus(4))))
                .isEqualTo(weeks.subList(3, 5));
        assertThat(Comparisons.ofWeeks(community, summary, new WeekRange(FIRST, LAST.previous())))
                .isEmpty();
        assertThat(Comparisons.ofWeeks(community, summary, new WeekRange(FIRST.plus(-9), FIRST.plus(-1))))
                .isEmpty();
    }

    @Test
    void shouldNotCompareAWeekBeforeEightWeeksAreKnown() {
        // Given
        InMemoryCommunity community = evenWeeks(LAST.end()).with(diversity(LAST, 90));

        // When
        WeekComparison comparison = Comparisons.ofWeek(community, summary(LAST.end()), LAST.previous());

        // Then
        assertThat(comparison.basis()).isEqualTo(new TooEarly(7));
        assertThat(comparison.figures())
                .startsWith(new NotCompared(
                        ComparedFigure.CONTRIBUTIONS,
                        BigDecimal.valueOf(USUAL),
                        null,
                        "too early to tell: 7 weeks are known before it, and it takes 8"));
        assertThat(comparison.compared()).isEmpty();
    }

    @Test
    void shouldNotCompareAWeekThatIsNotOver() {
        // Given
        Instant early = LAST.end().minusSeconds(1);
        InMemoryCommunity community = evenWeeks(early).with(diversity(LAST, 90));

        // When
        WeekComparison comparison = Comparisons.ofWeek(community, summary(early), LAST);

        // Then
        assertThat(comparison.basis()).isEqualTo(new NotOver(early));
        assertThat(comparison.compared()).isEmpty();
        assertThat(comparison.figures().get(0)).isInstanceOf(NotCompared.class);
        assertThat(Comparisons.ofAllWeeks(community, summary(early))).isEmpty();
        assertThat(Comparisons.ofAllWeeks(community, summary(null))).isEmpty();
    }

    @Test
    void shouldCompareAWeekInWhichNobodyDidAnything() {
        // Given
        Instant synced = LAST.end();
        InMemoryCommunity community = evenWeeks(synced);

        // When
        WeekComparison comparison = Comparisons.ofWeek(community, summary(synced), LAST);

        // Then
        assertThat(comparison.compared())
                .filteredOn(Compared::changed)
                .extracting(Compared::figure)
                .containsExactly(ComparedFigure.CONTRIBUTIONS);
        assertThat(comparison.figures())
                .contains(
                        new Absent(ComparedFigure.TOP_SHARE, "nobody known contributed in the week"),
                        new Absent(
                                ComparedFigure.FEEDBACK_TO_MERGE_LATENCY,
                                "no feedback was answered by a merge in the week"));
    }

    @Test
    void shouldKnowNothingOfWeeksThatTheDataDoNotReach() {
        // Given
        Instant synced = LAST.end();
        InMemoryCommunity community = evenWeeks(synced);

        // When
        WeekComparison next = Comparisons.ofWeek(community, summary(synced), LAST.next());
        WeekComparison before = Comparisons.ofWeek(community, summary(synced), FIRST.previous());
        WeekComparison beforeGap = Comparisons.ofWeek(community, summary(synced, false), FIRST.previous());

        // Then
        assertThat(next.figures())
                .hasSameSizeAs(WITHOUT_A_REGISTRY)
                .contains(new Absent(ComparedFigure.NEWCOMERS, "the data do not reach into the week"));
        assertThat(before.basis()).isEqualTo(new TooEarly(0));
        assertThat(before.figures().get(0)).isInstanceOf(NotCompared.class);
        assertThat(beforeGap.figures()).contains(new Absent(ComparedFigure.NEWCOMERS, "the history is not complete"));
    }

    @Test
    void shouldBeginWithTheFirstContributionAlthoughSomethingElseHappenedBefore() {
        // Given: a review without text in the week before
        InMemoryCommunity community = evenWeeks(LAST.end()).with(diversity(LAST, USUAL));
        RepositorySummary summary =
                new RepositorySummary(APP, "", LAST.end(), true, List.of(), null, FIRST.previous(), LAST);

        // When
        WeekComparison comparison = Comparisons.ofWeek(community, summary, LAST.previous());

        // Then
        assertThat(comparison.basis()).isEqualTo(new TooEarly(7));
    }

    @Test
    void shouldReadTheTwelveWeeksBeforeOnly() {
        // Given: what happened before them must not matter, nor be read
        IsoWeek week = FIRST.plus(20);
        WeekRange needed = WeekRange.trailing(week, 13);
        InMemoryCommunity community = new InMemoryCommunity(summary(week.end())) {
            @Override
            public List<FlowWeek> flow(String repository, WeekRange weeks) {
                assertThat(weeks).isEqualTo(needed);
                return super.flow(repository, weeks);
            }

            @Override
            public void forEachItem(String repository, Consumer<ItemView> consumer) {
                throw new AssertionError("All items were read.");
            }
        };
        for (int place = 0; place <= 20; place++) {
            community.with(diversity(FIRST.plus(place), USUAL));
        }

        // When
        WeekComparison comparison = Comparisons.ofWeek(community, summary(week.end()), week);

        // Then
        assertThat(comparison.basis()).isEqualTo(new WeeksBefore(WeekRange.trailing(week.previous(), 12), 12));
    }

    @Test
    void shouldLeaveOutItemsThatMayStillBeAnsweredInTimeAndThoseOfBots() {
        // Given: an issue a week, answered at once; in the last week one of a bot, and one that is a day old
        InMemoryCommunity community = evenWeeks(LAST.end()).with(diversity(LAST, USUAL));
        for (IsoWeek week = FIRST; week.compareTo(LAST) < 0; week = week.next()) {
            community.with(Rows.responsiveness(APP, week, Rows.cohort(1, 1, 60L), Rows.cohort(0, 0, null)));
        }
        Instant opened = LAST.start();
        open(community, Rows.item(APP, 19, Kind.ISSUE, opened).response(opened.plusSeconds(172_800), true));
        open(community, Rows.item(APP, 20, Kind.ISSUE, opened).bot());
        open(community, Rows.item(APP, 21, Kind.ISSUE, LAST.end().minusSeconds(86_400)));

        // When
        WeekComparison comparison = Comparisons.ofWeek(community, summary(LAST.end()), LAST);

        // Then
        assertThat(comparison.compared())
                .filteredOn(figure -> figure.figure() == ComparedFigure.ISSUES_ANSWERED_WITHIN_48_HOURS)
                .singleElement()
                .satisfies(figure -> {
                    assertThat(figure.value()).isEqualByComparingTo("1");
                    assertThat(figure.of()).isOne();
                    assertThat(figure.reference().n()).isEqualTo(8);
                    assertThat(figure.changed()).isFalse();
                });
    }

    private static void open(InMemoryCommunity community, Rows.ItemBuilder builder) {
        community.with(builder.build());
    }

    /** Eight weeks with as many contributions by five people each. */
    private static InMemoryCommunity evenWeeks(Instant syncedAt) {
        InMemoryCommunity community = new InMemoryCommunity(summary(syncedAt));
        for (int week = 0; week < 8; week++) {
            community.with(diversity(FIRST.plus(week), USUAL));
        }
        return community;
    }

    private static ContributorDiversityWeek diversity(IsoWeek week, long contributions) {
        return Rows.diversity(APP, week)
                .setContributions(contributions)
                .setContributors(5)
                .build();
    }

    private static RepositorySummary summary(@Nullable Instant syncedAt) {
        return summary(syncedAt, true);
    }

    private static RepositorySummary summary(@Nullable Instant syncedAt, boolean historyComplete) {
        return new RepositorySummary(
                APP, "https://github.com/acme/app", syncedAt, historyComplete, List.of(), null, FIRST, LAST);
    }
}
