// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.query;

import static dev.hallway.streams.reference.Facts.comment;
import static dev.hallway.streams.reference.Facts.issue;
import static dev.hallway.streams.reference.Facts.pullRequest;
import static dev.hallway.streams.reference.Facts.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.people.Affiliation;
import dev.hallway.people.PeopleRegistry;
import dev.hallway.people.Person;
import dev.hallway.streams.topology.HallwayDriver;
import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row of a series is the row that is told of its weeks alone. */
class TrailingSeriesTest {

    private static final String APP = "acme/app";
    private static final IsoWeek FIRST = IsoWeek.parse("2024-W01");
    private static final int WEEKS = 30;

    @SuppressWarnings("NullAway.Init")
    private HallwayDriver hallway;

    @BeforeEach
    void open(@TempDir Path stateDirectory) {
        hallway = new HallwayDriver(stateDirectory);
        hallway.take(new PeopleRegistry(
                List.of("Corp"),
                List.of(),
                List.of(),
                List.of(Person.newBuilder()
                        .setLogins(List.of("person-1", "person-2"))
                        .setIds(List.of())
                        .setAffiliations(List.of(new Affiliation("Corp", null, null)))
                        .build())));
        IntStream.range(0, WEEKS).filter(week -> week % 7 != 3).forEach(this::somethingHappens);
        hallway.settle();
    }

    @AfterEach
    void close() {
        hallway.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 12, 52})
    void shouldTellTheSameAsOfEachWeekAlone(int length) {
        // Given
        WeekRange range = new WeekRange(FIRST.plus(-2), FIRST.plus(WEEKS + 5));

        // When, Then
        assertThat(hallway.reader().diversitySeries(APP, range, length))
                .isEqualTo(windows(range, length)
                        .map(window -> hallway.reader().diversityOver(APP, window))
                        .toList());
        assertThat(hallway.reader().organisationsSeries(APP, range, length))
                .isEqualTo(windows(range, length)
                        .map(window -> hallway.reader().organisationsOver(APP, window))
                        .toList());
        assertThat(hallway.reader().mergingSeries(APP, range, length))
                .isEqualTo(windows(range, length)
                        .map(window -> hallway.reader().mergingOver(APP, window))
                        .toList());
    }

    private static Stream<WeekRange> windows(WeekRange range, int length) {
        return IntStream.rangeClosed(range.first().ordinal(), range.last().ordinal())
                .mapToObj(week -> WeekRange.trailing(new IsoWeek(week), length));
    }

    private void somethingHappens(int week) {
        Instant at = FIRST.plus(week).start().plusSeconds(3_600);
        hallway.take(issue(APP, 100 + week)
                .openedBy(user(1 + week % 9, "person-" + (1 + week % 9)))
                .at(at)
                .build());
        hallway.take(comment(APP, 100 + week, 1_000 + week)
                .by(user(2 + week % 4, "person-" + (2 + week % 4)))
                .at(at.plusSeconds(60))
                .build());
        hallway.take(pullRequest(APP, 200 + week)
                .openedBy(user(1 + week % 5, "person-" + (1 + week % 5)))
                .at(at)
                .mergedAt(at.plusSeconds(120))
                .build());
    }
}
