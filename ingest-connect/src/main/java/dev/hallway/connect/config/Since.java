// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect.config;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The day at which a first pull begins. */
final class Since {

    private Since() {}

    /**
     * The beginning of the day, UTC; empty if none is named.
     *
     * @throws IllegalArgumentException if it is not a day, or one that has not begun
     */
    static Optional<Instant> of(String configured) {
        if (configured.isBlank()) {
            return Optional.empty();
        }
        LocalDate day;
        try {
            day = LocalDate.parse(configured.strip());
        } catch (DateTimeParseException noDay) {
            throw new IllegalArgumentException("Not a day: '" + configured + "'; YYYY-MM-DD is expected.", noDay);
        }
        if (day.isAfter(LocalDate.now(ZoneOffset.UTC))) {
            throw new IllegalArgumentException(day + " is in the future: name a day that has begun.");
        }
        return Optional.of(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
