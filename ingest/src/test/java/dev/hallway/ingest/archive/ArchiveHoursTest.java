// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveHoursTest {

    @ParameterizedTest
    @CsvSource({
        "2015-01-01-0.json.gz, 2015-01-01T00:00:00Z",
        "2025-04-30-23.json.gz, 2025-04-30T23:00:00Z",
        "2020-02-29-7.json.gz, 2020-02-29T07:00:00Z"
    })
    void shouldReadTheHourFromTheName(String name, Instant hour) {
        // When
        var found = ArchiveHours.hour(name);

        // Then
        assertThat(found).contains(hour);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-02-30-7.json.gz", "2020-02-28-24.json.gz", "2020-02-28-07.json.gz", "events.json.gz"})
    void shouldKnowNoHourOfOtherNames(String name) {
        // When
        var found = ArchiveHours.hour(name);

        // Then
        assertThat(found).isEmpty();
        assertThat(ArchiveHours.refusal(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-05-01-0.json.gz", "2026-01-01-12.json.gz"})
    void shouldRefuseHoursThatLostEvents(String name) {
        // When
        var refusal = ArchiveHours.refusal(name);

        // Then
        assertThat(refusal).hasValueSatisfying(reason -> assertThat(reason)
                .contains("lost events since 2025-05-23", "2025-10-07", "from 2025-05-01 on", "without --archive"));
    }

    @Test
    void shouldRefuseHoursOfAnotherForm() {
        // When
        var refusal = ArchiveHours.refusal("2014-12-31-23.json.gz");

        // Then
        assertThat(refusal).hasValueSatisfying(reason -> assertThat(reason).contains("before 2015-01-01"));
    }
}
