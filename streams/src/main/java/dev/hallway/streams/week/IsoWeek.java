// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.week;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;

/**
 * An ISO-8601 week in UTC, half-open from Monday 00:00Z to the next Monday 00:00Z.
 *
 * @param ordinal weeks since the one that began on Monday 1969-12-29; consecutive weeks have consecutive ordinals
 */
public record IsoWeek(int ordinal) implements Comparable<IsoWeek> {

    private static final long SECONDS = 7 * 86_400L;
    private static final long FIRST_MONDAY = -3 * 86_400L;
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendValue(IsoFields.WEEK_BASED_YEAR, 4)
            .appendLiteral("-W")
            .appendValue(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 2)
            .parseDefaulting(ChronoField.DAY_OF_WEEK, 1)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** The week an instant lies in. */
    public static IsoWeek of(Instant time) {
        return new IsoWeek(Math.toIntExact(Math.floorDiv(time.getEpochSecond() - FIRST_MONDAY, SECONDS)));
    }

    /** Reads {@code YYYY-Www}; throws {@link IllegalArgumentException} with the rule if it is none. */
    public static IsoWeek parse(String text) {
        try {
            return of(LocalDate.parse(text, FORMAT).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException notAWeek) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not an ISO week; write it as YYYY-Www, for example 2024-W36.", notAWeek);
        }
    }

    /** Monday 00:00Z. */
    public Instant start() {
        return Instant.ofEpochSecond(FIRST_MONDAY + ordinal * SECONDS);
    }

    /** The next Monday 00:00Z, which is no longer in the week. */
    public Instant end() {
        return next().start();
    }

    /** The week after this one. */
    public IsoWeek next() {
        return plus(1);
    }

    /** The week before this one. */
    public IsoWeek previous() {
        return plus(-1);
    }

    /** The week so many weeks later. */
    public IsoWeek plus(int weeks) {
        return new IsoWeek(ordinal + weeks);
    }

    @Override
    public int compareTo(IsoWeek other) {
        return Integer.compare(ordinal, other.ordinal);
    }

    /** {@code YYYY-Www}. */
    @Override
    public String toString() {
        // The year and number of a week are those of its Thursday.
        LocalDate thursday = LocalDate.ofEpochDay(ordinal * 7L);
        int week = (thursday.getDayOfYear() - 1) / 7 + 1;
        return padded(thursday.getYear(), 4) + "-W" + padded(week, 2);
    }

    // Weeks are written for every row and key: a general formatter would take much longer.
    private static String padded(int number, int width) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
