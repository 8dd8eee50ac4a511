// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Locale;

/**
 * Places the history, which is written in dates of 2019 and 2020, in time.
 *
 * @param shift how much later it is to have happened; whole weeks, so that weekdays and ISO weeks stay
 */
record Calendar(Duration shift) {

    /** The end of the history: the first moment of the week after its last one. */
    static final Instant END = Instant.parse("2020-03-16T00:00:00Z");

    private static final Duration WEEK = Duration.ofDays(7);

    /** The history where it belongs: from November 2019 to the end of 2020-W11. */
    static Calendar asWritten() {
        return new Calendar(Duration.ZERO);
    }

    /** The history moved so that its last week is the last complete one before the given moment. */
    static Calendar endingBefore(Instant now) {
        long weeks = Math.floorDiv(Duration.between(END, now).toSeconds(), WEEK.toSeconds());
        return new Calendar(WEEK.multipliedBy(weeks));
    }

    Instant moved(Instant told) {
        return told.plus(shift);
    }

    boolean hasHappened(Instant told) {
        return told.isBefore(END);
    }

    /** The ISO week of a moment of the story, such as {@code 2020-W08}. */
    String weekOf(Instant told) {
        LocalDate day = LocalDate.ofInstant(moved(told), ZoneOffset.UTC);
        return String.format(
                Locale.ROOT,
                "%d-W%02d",
                day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
