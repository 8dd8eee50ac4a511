// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.topology;

import static dev.hallway.streams.reference.Facts.BOB;
import static dev.hallway.streams.reference.Facts.CAROL;
import static dev.hallway.streams.reference.Facts.comment;
import static dev.hallway.streams.reference.Facts.issue;
import static dev.hallway.streams.reference.Facts.pullRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.streams.comparison.ComparedFigure;
import dev.hallway.streams.comparison.Comparisons;
import dev.hallway.streams.comparison.FigureComparison.Compared;
import dev.hallway.streams.comparison.WeekComparison;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.ItemView;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.reference.Facts;
import dev.hallway.streams.week.IsoWeek;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weeks are compared by what is read of them, held against all items of the repository. */
class ComparedWeeksTest {

    private static final String APP = "acme/app";
    private static final IsoWeek FIRST = IsoWeek.of(Facts.START);
    private static final int WEEKS = 22;
    private static final int A_DAY = 86_400;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldCompareOneWeekAsAllWeeksAndByTheItemsThatExist(long seed, @TempDir Path stateDirectory) {
        try (HallwayDriver hallway = new HallwayDriver(stateDirectory)) {
            // Given: the data end a day after the last week, so that some of its items may still be answered in time
            happen(hallway, new Random(seed));
            CommunityReader reader = hallway.reader();
            Instant syncedAt = FIRST.plus(WEEKS).start().plusSeconds(A_DAY);
            RepositorySummary summary = until(syncedAt, reader.repository(APP).orElseThrow());

            // When
            List<WeekComparison> weeks = Comparisons.ofAllWeeks(reader, summary);

            // Then
            assertThat(weeks).hasSize(WEEKS - 8);
            for (WeekComparison week : weeks) {
                assertThat(week).isEqualTo(Comparisons.ofWeek(reader, summary, week.week()));
                assertThat(figure(week, ComparedFigure.ISSUES_ANSWERED_WITHIN_48_HOURS)
                                .of())
                        .isEqualTo(count(
                                reader,
                                item -> item.kind() == ItemView.Kind.ISSUE
                                        && IsoWeek.of(item.openedAt()).equals(week.week())
                                        && !item.authorIsBot()
                                        && !item.openedAt()
                                                .plusSeconds(2 * A_DAY)
                                                .isAfter(syncedAt)));
                assertThat(figure(week, ComparedFigure.FEEDBACK_TO_MERGE_LATENCY)
                                .of())
                        .isEqualTo(count(
                                reader,
                                item -> item.answer() != null
                                        && IsoWeek.of(item.answer().mergedAt()).equals(week.week())));
            }
        }
    }

    /** Issues of each week, some of a bot, most answered by a comment, and by a pull request within the week. */
    private static void happen(HallwayDriver hallway, Random random) {
        long number = 0;
        for (int place = 0; place < WEEKS; place++) {
            Instant start = FIRST.plus(place).start();
            for (int i = 0; i < 4 + random.nextInt(5); i++) {
                long issue = ++number;
                long pull = ++number;
                Instant opened = start.plusSeconds(random.nextInt(5 * A_DAY));
                hallway.take(
                        issue(APP, issue).openedBy(BOB).at(opened.toString()).build());
                hallway.take(comment(APP, issue, 10_000 + issue)
                        .by(CAROL)
                        .at(opened.plusSeconds(random.nextInt(4 * A_DAY)).toString())
                        .build());
                hallway.take(pullRequest(APP, pull)
                        .openedBy(CAROL)
                        .at(opened.plusSeconds(60).toString())
                        .body("Fixes #" + issue)
                        .mergedAt(
                                opened.plusSeconds(120 + random.nextInt(A_DAY)).toString())
                        .build());
            }
            Instant late = FIRST.plus(place + 1).start().minusSeconds(A_DAY / 2);
            hallway.take(issue(APP, ++number).openedBy(BOB).at(late.toString()).build());
            hallway.take(issue(APP, ++number)
                    .openedBy(Facts.ROBOT)
                    .at(start.toString())
                    .build());
        }
        hallway.settle();
    }

    private static Compared figure(WeekComparison week, ComparedFigure figure) {
        return week.compared().stream()
                .filter(compared -> compared.figure() == figure)
                .findFirst()
                .orElseThrow();
    }

    private static long count(CommunityReader reader, Predicate<ItemView> condition) {
        List<ItemView> items = new ArrayList<>();
        reader.forEachItem(APP, items::add);
        return items.stream().filter(condition).count();
    }

    private static RepositorySummary until(Instant syncedAt, RepositorySummary known) {
        return new RepositorySummary(
                known.repository(),
                known.htmlUrl(),
                syncedAt,
                true,
                known.gaps(),
                known.inventory(),
                known.firstWeek(),
                known.lastWeek());
    }
}
