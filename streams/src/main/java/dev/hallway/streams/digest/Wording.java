// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How figures and durations are put into words, the same in every human-readable format. */
final class Wording {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The order of stories, as {@link MergedFeedback#BEST_FIRST} has it. */
    static final String BEST_FIRST = "The most wanted first: by people, then by reactions.";

    static final String NOBODY =
            "Nobody in particular: no newcomer waits, nobody came back, and nobody has news to be told.";

    private Wording() {}

    /** From its first day to its last. */
    static String days(IsoWeek week) {
        return day(week.start()) + " to " + day(week.end().minus(1, ChronoUnit.DAYS)) + ", UTC.";
    }

    static String moment(Instant time) {
        return MOMENT.format(time);
    }

    static String day(Instant time) {
        return DAY.format(time);
    }

    /** The two largest units, as {@code 3 d 4 h}. */
    static String duration(long seconds) {
        long days = seconds / 86_400;
        long hours = seconds % 86_400 / 3_600;
        long minutes = seconds % 3_600 / 60;
        if (days > 0) {
            return pair(days, "d", hours, "h");
        }
        if (hours > 0) {
            return pair(hours, "h", minutes, "min");
        }
        return minutes > 0 ? minutes + " min" : seconds + " s";
    }

    private static String pair(long large, String largeUnit, long small, String smallUnit) {
        String first = large + " " + largeUnit;
        return small == 0 ? first : first + " " + small + " " + smallUnit;
    }

    static String figure(Figure figure, Unit unit) {
        if (figure instanceof Figure.Known known) {
            String n = known.n() == null ? "" : " (n = " + known.n() + ")";
            return value(known.value(), unit) + n;
        }
        return "unavailable: " + ((Figure.Unavailable) figure).unavailable();
    }

    /** For where n stands already. */
    static String withoutN(Figure figure, Unit unit) {
        return figure instanceof Figure.Known known ? value(known.value(), unit) : figure(figure, unit);
    }

    static String value(double value, Unit unit) {
        if (unit == Unit.SECONDS) {
            return duration(Math.round(value));
        }
        if (unit == Unit.SHARE) {
            return String.format(Locale.ROOT, "%.0f %%", value * 100);
        }
        return unit == Unit.COUNT ? Long.toString(Math.round(value)) : String.format(Locale.ROOT, "%.2f", value);
    }
}
