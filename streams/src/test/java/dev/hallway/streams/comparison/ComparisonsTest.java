// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.streams.read.InMemoryCommunity;
import dev.hallway.streams.read.ItemView.Kind;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.read.Rows;
import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonsTest {

    private static final String APP = "acme/app";
    private static final IsoWeek FIRST = IsoWeek.parse("2024-W01");

    @Test
    void shouldSayWhatChangedAndWhatIsAsUsual() {
        // Given: eight even weeks, then one with many contributions by as many people as ever
        InMemoryCommunity community = community(FIRST.plus(9).start());
        for (int week = 0; week < 9; week++) {
            community.with(Rows.diversity(APP, FIRST.plus(week))
                    .setContributions(week < 8 ? 10 : 60)
                    .setContributors(5)
                    .build());
        }

        // When
        List<Comparison> comparisons =
                Comparisons.of(community, summary(FIRST.plus(9).start()));

        // Then
        assertThat(changed(comparisons)).containsExactly(ComparedFigure.CONTRIBUTIONS);
        assertThat(comparisons)
                .extracting(Comparison::figure)
                .startsWith(ComparedFigure.CONTRIBUTIONS, ComparedFigure.CONTRIBUTORS)
                .doesNotHaveDuplicates();
        assertThat(comparisons).extracting(Comparison::week).containsOnly(FIRST.plus(8));
    }

    @Test
    void shouldNotCompareAWeekBeforeEightWeeksAreKnownNorOneThatIsNotOver() {
        // Given
        Instant early = FIRST.plus(8).end().minusSeconds(1);
        InMemoryCommunity community = community(early);
        for (int week = 0; week < 9; week++) {
            community.with(Rows.diversity(APP, FIRST.plus(week)).build());
        }

        // When, Then
        assertThat(Comparisons.of(community, summary(early))).isEmpty();
        assertThat(Comparisons.of(community, summary(early.plusSeconds(1)))).isNotEmpty();
        assertThat(Comparisons.of(community, summary(null))).isEmpty();
    }

    @Test
    void shouldLeaveOutItemsThatMayStillBeAnsweredInTimeAndThoseOfBots() {
        // Given: an issue a week, answered at once; in the last week one of a bot, and one that is a day old
        Instant synced = FIRST.plus(9).start();
        InMemoryCommunity community = community(synced);
        for (int week = 0; week < 9; week++) {
            Instant opened = FIRST.plus(week).start();
            community.with(Rows.diversity(APP, FIRST.plus(week)).build());
            community.with(Rows.item(APP, week + 1, Kind.ISSUE, opened)
                    .response(opened.plusSeconds(172_800), true)
                    .build());
        }
        community.with(
                Rows.item(APP, 20, Kind.ISSUE, FIRST.plus(8).start()).bot().build());
        community.with(
                Rows.item(APP, 21, Kind.ISSUE, synced.minusSeconds(86_400)).build());

        // When
        Comparison answered = figure(
                        Comparisons.of(community, summary(synced)), ComparedFigure.ISSUES_ANSWERED_WITHIN_48_HOURS)
                .findFirst()
                .orElseThrow();

        // Then
        assertThat(answered.difference().value()).isEqualByComparingTo("1");
        assertThat(answered.difference().n()).isEqualTo(8);
        assertThat(answered.changed()).isFalse();
    }

    private static List<ComparedFigure> changed(List<Comparison> comparisons) {
        return comparisons.stream()
                .filter(Comparison::changed)
                .map(Comparison::figure)
                .toList();
    }

    private static Stream<Comparison> figure(List<Comparison> comparisons, ComparedFigure figure) {
        return comparisons.stream().filter(comparison -> comparison.figure() == figure);
    }

    private static InMemoryCommunity community(@Nullable Instant syncedAt) {
        return new InMemoryCommunity(summary(syncedAt));
    }

    private static RepositorySummary summary(@Nullable Instant syncedAt) {
        return new RepositorySummary(
                APP, "https://github.com/acme/app", syncedAt, true, List.of(), null, FIRST, FIRST.plus(8));
    }
}
