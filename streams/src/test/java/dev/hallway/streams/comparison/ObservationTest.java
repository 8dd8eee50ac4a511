// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hallway.streams.comparison.Comparison.Difference;
import dev.hallway.streams.comparison.Observation.Count;
import dev.hallway.streams.comparison.Observation.Durations;
import dev.hallway.streams.comparison.Observation.Index;
import dev.hallway.streams.comparison.Observation.Share;
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
        "0,  0, 0,  0.748644548754, 0.000000",
        "12, 2, 4,  0.001755166678, 3.000000",
        // As wide as the weeks before it were, it is nothing unusual.
        "25, 0, 20, 0.227452818060, 10.000000"
    })
    void shouldExpectOfACountNoLessSpreadThanTheWeeksBeforeShow(
            long count, long even, long odd, double p, String reference) {
        // When
        Difference difference = new Count(count)
                .against(counts(even, odd, even, odd, even, odd, even, odd))
                .orElseThrow();

        // Then
        assertThat(difference.p()).isCloseTo(p, CLOSELY);
        assertThat(difference.reference()).isEqualByComparingTo(reference);
        assertThat(difference.n()).isEqualTo(8);
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
        Difference difference = new Index(0.5).against(before).orElseThrow();

        // Then
        assertThat(difference.p()).isCloseTo(0.003120383434, CLOSELY);
        assertThat(difference.n()).isEqualTo(8);
        assertThat(new Index(null).against(before)).isEmpty();
        assertThat(new Index(0.5).against(before.subList(1, 9)))
                .as("seven weeks have it")
                .isEmpty();
    }

    @Test
    void shouldTakeAnIndexThatNeverMovedForChangedOnlyIfItMoves() {
        // Given: a number whose mean is not itself when it is added up
        List<Observation> before = Collections.nCopies(10, new Index(0.1));

        // When, Then
        assertThat(new Index(0.1).against(before).orElseThrow().p()).isOne();
        assertThat(new Index(0.100001).against(before).orElseThrow().p()).isZero();
    }

    @Test
    void shouldRoundAHalfUpInDecimals() {
        // Given: the binary sum lies below the half
        List<Observation> before = Stream.of(
                        0.410973, 0.410974, 0.410973, 0.410974, 0.410973, 0.410974, 0.410973, 0.410974)
                .<Observation>map(Index::new)
                .toList();

        // When
        Difference difference = new Index(0.5).against(before).orElseThrow();

        // Then
        assertThat(difference.reference()).isEqualByComparingTo("0.410974");
    }

    @Test
    void shouldCompareDurationsByTheirRanks() {
        // Given
        List<Observation> before = List.of(
                new Durations(List.of(17L, 16L, 15L, 14L)),
                new Durations(List.of()),
                new Durations(List.of(10L, 11L, 12L, 13L)));

        // When
        Difference difference =
                new Durations(List.of(3L, 1L, 2L)).against(before).orElseThrow();

        // Then
        assertThat(difference.p()).isCloseTo(0.018903543011, CLOSELY);
        assertThat(difference.value()).isEqualByComparingTo("2");
        assertThat(difference.reference()).isEqualByComparingTo("13.5");
        assertThat(difference.n()).isEqualTo(8);
        assertThat(new Durations(List.of(1L, 2L)).against(before)).isEmpty();
        assertThat(new Durations(List.of(1L, 2L, 3L)).against(before.subList(0, 2)))
                .isEmpty();
    }

    @Test
    void shouldFindNothingInDurationsThatAreAllTheSame() {
        // Given
        List<Observation> before = List.of(new Durations(Collections.nCopies(8, 5L)));

        // When, Then
        assertThat(new Durations(List.of(5L, 5L, 5L))
                        .against(before)
                        .orElseThrow()
                        .p())
                .isOne();
    }

    @Test
    void shouldCompareSharesExactly() {
        // Given
        List<Observation> before = List.of(new Share(0, 5), new Share(0, 0), new Share(0, 3));

        // When
        Difference difference = new Share(3, 3).against(before).orElseThrow();

        // Then
        assertThat(difference.p()).isCloseTo(1.0 / 165, CLOSELY);
        assertThat(difference.value()).isEqualByComparingTo("1");
        assertThat(difference.n()).isEqualTo(8);
        assertThat(new Share(0, 0).against(before)).isEmpty();
        assertThat(new Share(1, 1).against(List.of(new Share(0, 0)))).isEmpty();
    }

    private static List<Observation> counts(long... values) {
        return Arrays.stream(values).<Observation>mapToObj(Count::new).toList();
    }
}
