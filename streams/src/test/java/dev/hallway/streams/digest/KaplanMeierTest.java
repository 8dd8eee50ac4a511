// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hallway.streams.digest.KaplanMeier.Observation;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {

    @Test
    void shouldGiveTheEstimateOfAWorkedExample() {
        // Given: survival is 1 - 1/6 = 5/6 at 6, x 3/4 at 10 = 5/8, x 1/2 at 16 = 5/16
        List<Observation> observed = List.of(ended(6), censored(8), ended(10), censored(11), ended(16), censored(20));

        // When
        KaplanMeier estimate = KaplanMeier.of(observed);

        // Then
        assertThat(estimate.medianSeconds()).hasValue(16);
        assertThat(estimate.observations()).isEqualTo(6);
        assertThat(estimate.endings()).isEqualTo(3);
    }

    @Test
    void shouldReachTheMedianWhereExactlyHalfRemains() {
        // Given
        List<Observation> observed = List.of(ended(1), ended(2), ended(3), ended(4));

        // When
        OptionalLong median = KaplanMeier.of(observed).medianSeconds();

        // Then
        assertThat(median).hasValue(2);
    }

    @Test
    void shouldReachExactlyHalfInSpiteOfRounding() {
        // Given: 9/10 x 8/9 x 7/8 x 6/7 x 5/6 is one half on paper
        List<Observation> observed =
                LongStream.rangeClosed(1, 10).mapToObj(KaplanMeierTest::ended).toList();

        // When
        OptionalLong median = KaplanMeier.of(observed).medianSeconds();

        // Then
        assertThat(median).hasValue(5);
    }

    @Test
    void shouldCountEndingsBeforeCensoringsOfTheSameTime() {
        // Given: both are at risk when the first ends, so half remains
        List<Observation> observed = List.of(censored(5), ended(5));

        // When
        OptionalLong median = KaplanMeier.of(observed).medianSeconds();

        // Then
        assertThat(median).hasValue(5);
    }

    @Test
    void shouldNotReachAMedianWhenMostStillWait() {
        // Given
        List<Observation> observed = List.of(ended(1), censored(9), censored(9), censored(9));

        // When
        OptionalLong median = KaplanMeier.of(observed).medianSeconds();

        // Then
        assertThat(median).isEmpty();
    }

    @Test
    void shouldHaveNoMedianOfNothing() {
        // When
        OptionalLong median = KaplanMeier.of(List.of()).medianSeconds();

        // Then
        assertThat(median).isEmpty();
    }

    @Test
    void shouldRefuseANegativeDuration() {
        // When, Then
        assertThatIllegalArgumentException().isThrownBy(() -> ended(-1)).withMessageContaining("-1 seconds");
    }

    @Property
    void shouldBeTheLowerMedianWhenNothingIsCensored(
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 0, max = 1_000) Long> durations) {
        // Given
        List<Long> ascending = durations.stream().sorted().toList();

        // When
        OptionalLong median = KaplanMeier.of(
                        durations.stream().map(KaplanMeierTest::ended).toList())
                .medianSeconds();

        // Then
        assertThat(median).hasValue(ascending.get((ascending.size() - 1) / 2));
    }

    @Property
    void shouldNeverFallWhenSomethingStillWaitsLongerThanAll(
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 0, max = 1_000) Long> durations) {
        // Given
        List<Observation> ended = durations.stream().map(KaplanMeierTest::ended).toList();
        long before = KaplanMeier.of(ended).medianSeconds().orElseThrow();

        // When
        OptionalLong after = KaplanMeier.of(Stream.concat(ended.stream(), Stream.of(censored(2_000)))
                        .toList())
                .medianSeconds();

        // Then
        assertThat(after.orElse(Long.MAX_VALUE)).isGreaterThanOrEqualTo(before);
    }

    private static Observation ended(long seconds) {
        return new Observation(seconds, true);
    }

    private static Observation censored(long seconds) {
        return new Observation(seconds, false);
    }
}
