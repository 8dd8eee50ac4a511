// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReadingPaceTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final ReadingPace pace = new ReadingPace(0.1, Duration.ofSeconds(1), 0);

    @Test
    void shouldLetAReadingBeginAtOnceAfterACalmTime() {
        // When
        pace.read(0, SECOND / 2);

        // Then
        assertThat(pace.untilNext(SECOND / 2)).isZero();
    }

    @Test
    void shouldRestUntilTheShareIsKeptOnceNothingIsSavedUp() {
        // When
        pace.read(0, 3 * SECOND);

        // Then
        assertThat(pace.untilNext(3 * SECOND)).isCloseTo(20 * SECOND, within(20L));
        assertThat(pace.untilNext(23 * SECOND + 20)).isZero();
    }

    @Test
    void shouldNotSaveUpMoreThanTheBound() {
        // Given
        long calm = Duration.ofDays(30).toNanos();

        // When
        pace.read(calm, calm + 2 * SECOND);

        // Then
        assertThat(pace.untilNext(calm + 2 * SECOND)).isCloseTo(10 * SECOND, within(20L));
    }
}
