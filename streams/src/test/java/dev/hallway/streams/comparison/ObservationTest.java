// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hallway.streams.comparison.Observation.Count;
import dev.hallway.streams.comparison.Observation.Difference;
import dev.hallway.streams.comparison.Observation.Durations;
import dev.hallway.streams.comparison.Observation.Index;
import dev.hallway.streams.comparison.Observation.Share;
import dev.hallway.streams.comparison.Observation.TooFew;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The probabilities were computed by hand from the definitions, with a numeric integral of Student's density. */
class ObservationTest {

    private static final Offset<Double> CLOSELY = within(1e-9);

    @ParameterizedTest
    @CsvSource({
        "0,  0, 0,  0.748644548754, 0.000000, SAME",
        "12, 2, 4,  0.001755166678, 3.000000, MORE",
        // As wide as the weeks before it were, it is nothing unusual.
        "25, 0, 20, 0.227452818060, 10.000000, MORE"
    })
    void shouldExpectOfACountNoLessSpreadThanTheWeeksBeforeShow(
            long count, long even, long odd, double p, String mean, Direction direction) {
        // When
        Difference difference = difference(new Count(count), counts(even, odd, even, odd, even, odd, even, odd));

        // Then
        assertThat(difference.p()).isCloseTo(p, CLOSELY);
        assertThat(difference.direction()).isEqualTo(direction);
        ReferenceWeeks reference = difference.reference();
        assertThat(reference.value()).isEqualByComparingTo(mean);
        assertThat(reference.least()).isEqualByComparingTo(BigDecimal.valueOf(even));
        assertThat(reference.most()).isEqualByComparingTo(BigDecimal.valueOf(odd));
        assertThat(reference.n()).isEqualTo(8);
    }

    @Test
    void shouldCompareAnIndexWithTheWeeksThatHaveIt() {
        // Given
        List<Observation> before = Stream.concat(
                        Collections.nCopies(4, List.of(0.2, 0.3)).stream().flatMap(List::stream),
                        Stream.of((Double) null))
                .<Observation>map(Index::new)
                .toList();

        // When
        Difference difference = difference(new Index(0.5), before);

        // Then
        assertThat(difference.p()).isCloseTo(0.003120383434, CLOSELY);
        assertThat(difference.direction()).isEqualTo(Direction.MORE);
        assertThat(difference.reference()).isEqualTo(reference("0.250000", "0.200000", "0.300000", 8));
        assertThat(new Index(null).against(before)).isInstanceOf(TooFew.class);
        assertThat(new Index(0.5).against(before.subList(1, 9)))
                .isEqualTo(new TooFew("7 of the 8 weeks before have one, and it takes 8"));
    }

    @Test
    void shouldTakeAnIndexThatNeverMovedForChangedOnlyIfItMoves() {
        // Given: a number whose mean is not itself when it is added up
        List<Observation> before = Collections.nCopies(10, new Index(0.1));

        // When, Then
        Difference same = difference(new Index(0.1), before);
        assertThat(same.p()).isOne();
        assertThat(same.direction()).isEqualTo(Direction.SAME);
        Difference another = difference(new Index(0.099999), before);
        assertThat(another.p()).isZero();
        assertThat(another.direction()).isEqualTo(Direction.LESS);
    }

    @Test
    void shouldRoundAHalfUpInDecimals() {
        // Given: the binary sum lies below the half
        List<Observation> before = Stream.of(
                        0.410973, 0.410974, 0.410973, 0.410974, 0.410973, 0.410974, 0.410973, 0.410974)
                .<Observation>map(Index::new)
                .toList();

        // When
        Difference difference = difference(new Index(0.5), before);

        // Then
        assertThat(difference.reference().value()).isEqualByComparingTo("0.410974");
    }

    @Test
    void shouldCompareDurationsByTheirRanks() {
        // Given
        List<Observation> before = List.of(
                new Durations(List.of(17L, 16L, 15L, 14L)),
                new Durations(List.of()),
                new Durations(List.of(10L, 11L, 12L, 13L)));

        // When
        Difference difference = difference(new Durations(List.of(3L, 1L, 2L)), before);

        // Then
        assertThat(difference.p()).isCloseTo(0.018903543011, CLOSELY);
        assertThat(difference.week().value()).isEqualByComparingTo("2");
        assertThat(difference.direction()).isEqualTo(Direction.LESS);
        assertThat(difference.reference()).isEqualTo(reference("13.500000", "12", "15", 8));
        assertThat(new Durations(List.of(1L, 2L)).against(before))
                .isEqualTo(new TooFew("2 values in the week, and it takes 3"));
        assertThat(new Durations(List.of(1L, 2L, 3L)).against(before.subList(0, 2)))
                .isEqualTo(new TooFew("4 values in the weeks before, and it takes 8"));
    }

    @Test
    void shouldTellTheDirectionByRanksWhereMediansAreTheSame() {
        // Given: of the week's values none lies below the usual median, and half of those before do
        List<Observation> before = List.of(
                new Durations(Collections.nCopies(20, 1L)),
                new Durations(Collections.nCopies(20, 9L)),
                new Durations(List.of(5L)));

        // When
        Difference difference = difference(
                new Durations(List.of(5L, 5L, 5L, 5L, 5L, 5L, 5L, 5L, 5L, 99L, 99L, 99L, 99L, 99L, 99L, 99L, 99L)),
                before);

        // Then
        assertThat(difference.week().value())
                .isEqualByComparingTo(difference.reference().value());
        assertThat(difference.p()).isLessThan(0.05);
        assertThat(difference.direction()).isEqualTo(Direction.MORE);
    }

    @Test
    void shouldFindNothingInDurationsThatAreAllTheSame() {
        // Given
        List<Observation> before = List.of(new Durations(Collections.nCopies(8, 5L)));

        // When, Then
        Difference difference = difference(new Durations(List.of(5L, 5L, 5L)), before);
        assertThat(difference.p()).isOne();
        assertThat(difference.direction()).isEqualTo(Direction.SAME);
    }

    @Test
    void shouldCompareSharesExactly() {
        // Given
        List<Observation> before = List.of(new Share(0, 5), new Share(0, 0), new Share(0, 3));

        // When
        Difference difference = difference(new Share(3, 3), before);

        // Then
        assertThat(difference.p()).isCloseTo(1.0 / 165, CLOSELY);
        assertThat(difference.week().value()).isEqualByComparingTo("1");
        assertThat(difference.direction()).isEqualTo(Direction.MORE);
        assertThat(difference.reference()).isEqualTo(reference("0.000000", "0.000000", "0.000000", 8));
        assertThat(new Share(0, 0).against(before)).isEqualTo(new TooFew("none was opened in the week"));
        assertThat(new Share(1, 1).against(List.of(new Share(0, 0))))
                .isEqualTo(new TooFew("none was opened in the weeks before"));
    }

    private static Difference difference(Observation week, List<Observation> before) {
        return (Difference) week.against(before);
    }

    private static ReferenceWeeks reference(String value, String least, String most, long n) {
        return new ReferenceWeeks(new BigDecimal(value), new BigDecimal(least), new BigDecimal(most), n);
    }

    private static List<Observation> counts(long... values) {
        return Arrays.stream(values).<Observation>mapToObj(Count::new).toList();
    }
}
