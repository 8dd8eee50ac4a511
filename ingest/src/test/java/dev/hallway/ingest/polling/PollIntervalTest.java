// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PollIntervalTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void shouldSlowDownToTenMinutesWhileWebhooksBringEverything() {
        // When
        Stream<Duration> intervals = Stream.iterate(
                        PollInterval.every(MINUTE), pollInterval -> pollInterval.afterPoll(true, false))
                .map(PollInterval::interval)
                .limit(6);

        // Then
        assertThat(intervals.map(Duration::toMinutes)).containsExactly(1L, 2L, 4L, 8L, 10L, 10L);
    }

    @Test
    void shouldPollAsConfiguredAtOnceWhenAPollFindsMore() {
        // Given
        PollInterval slow = PollInterval.every(MINUTE).afterPoll(true, false).afterPoll(true, false);

        // When
        PollInterval next = slow.afterPoll(true, true);

        // Then
        assertThat(next.interval()).isEqualTo(MINUTE);
    }

    @Test
    void shouldPollAsConfiguredWhileNoWebhooksArrive() {
        // Given
        PollInterval slow = PollInterval.every(MINUTE).afterPoll(true, false);

        // When
        PollInterval next = slow.afterPoll(false, false);

        // Then
        assertThat(next.interval()).isEqualTo(MINUTE);
    }

    @Test
    void shouldNeverPollMoreOftenThanConfigured() {
        // When
        PollInterval next = PollInterval.every(Duration.ofHours(1)).afterPoll(true, false);

        // Then
        assertThat(next.interval()).isEqualTo(Duration.ofHours(1));
    }
}
