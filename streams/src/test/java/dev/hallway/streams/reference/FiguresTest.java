// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @Test
    void shouldReachHalfOfTheWorkWithTwoPeopleInTheExampleOfChaoss() {
        // When
        int people = Figures.absenceFactor(List.of(1000L, 202L, 90L, 33L, 332L, 343L, 42L, 433L));

        // Then
        assertThat(people).isEqualTo(2);
    }

    @Test
    void shouldReachHalfOfTheWorkWithFourOfEightEqualPeople() {
        // When
        int people = Figures.absenceFactor(Collections.nCopies(8, 125L));

        // Then
        assertThat(people).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"50, 25", "90, 37", "0, 10", "100, 40"})
    void shouldInterpolateBetweenClosestRanks(int percent, String expected) {
        // When
        String percentile = Figures.percentile(List.of(40L, 10L, 30L, 20L), percent);

        // Then
        assertThat(percentile).isEqualTo(expected);
    }

    @Test
    void shouldRoundHalvesUp() {
        // When
        List<String> rounded = List.of(
                Figures.percentile(List.of(1L, 2L), 50),
                Figures.mean(List.of(1L, 2L)),
                Figures.topShare(List.of(65L, 63L)));

        // Then
        assertThat(rounded).containsExactly("2", "2", "0.507813");
    }

    @Test
    void shouldCountEqualPeopleAsThatManyEffectiveOnes() {
        // Given
        List<Long> equal = Collections.nCopies(5, 3L);

        // When
        List<String> effective =
                List.of(Figures.sixDecimals(Math.exp(Figures.shannon(equal))), Figures.simpsonEffective(equal));

        // Then
        assertThat(effective).containsOnly("5.000000");
    }

    @Test
    void shouldFindNoDiversityInOnePerson() {
        // When
        String shannon = Figures.sixDecimals(Figures.shannon(List.of(7L)));

        // Then
        assertThat(shannon).isEqualTo("0.000000");
    }
}
