// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import dev.hallway.service.http.Problem;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.table.Weeks;
import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads parameters; a wrong one is a problem that names it, its value and what would be right. */
final class Parameters {

    private static final int MOST = 500;
    private static final int USUAL = 50;
    private static final int MOST_WEEKS = 1_000;

    private Parameters() {}

    static IsoWeek pathWeek(Context context) {
        return week("week", context.pathParam("week"));
    }

    static IsoWeek queryWeek(Context context) {
        String value = context.queryParam("week");
        return week("week", value == null ? "" : value);
    }

    /** From {@code from} to {@code to}; what is left out is the first known week, or where the data end. */
    static Optional<WeekRange> weeks(Context context, RepositorySummary summary) {
        Optional<IsoWeek> from = optionalWeek(context, "from");
        Optional<IsoWeek> to = optionalWeek(context, "to");
        if (from.isPresent() && to.isPresent() && to.get().compareTo(from.get()) < 0) {
            throw wrong("to", to.get().toString(), "it lies before 'from', " + from.get() + "; swap the two.");
        }
        return Weeks.known(summary)
                .map(known -> new IsoWeek[] {from.orElse(known.first()), to.orElse(known.last())})
                .filter(ends -> ends[0].compareTo(ends[1]) <= 0)
                .map(ends -> new WeekRange(ends[0], ends[1]));
    }

    /** The same, but no more than {@value #MOST_WEEKS} weeks: the last ones, or a problem if more were asked for. */
    static Optional<WeekRange> boundedWeeks(Context context, RepositorySummary summary) {
        return weeks(context, summary).map(weeks -> {
            if (weeks.count() > MOST_WEEKS && context.queryParam("from") != null) {
                throw wrong(
                        "from",
                        weeks.first().toString(),
                        "these are " + weeks.count() + " weeks until " + weeks.last() + "; ask for at most "
                                + MOST_WEEKS + ".");
            }
            return weeks.count() > MOST_WEEKS ? WeekRange.trailing(weeks.last(), MOST_WEEKS) : weeks;
        });
    }

    static int trailingWeeksOr(Context context, int usual) {
        return context.queryParam("weeks") == null ? usual : trailingWeeks(context);
    }

    static int trailingWeeks(Context context) {
        String value = context.queryParam("weeks");
        if (value == null || !Set.of("4", "12", "52").contains(value)) {
            throw wrong("weeks", value == null ? "" : value, "give 4, 12 or 52.");
        }
        return Integer.parseInt(value);
    }

    static long pathNumber(Context context) {
        return number("number", context.pathParam("number"), 1, Long.MAX_VALUE);
    }

    static int limit(Context context) {
        return limit(context, MOST);
    }

    static int limit(Context context, int most) {
        return number(context, "limit", 1, most, USUAL);
    }

    static int number(Context context, String name, int least, int most, int usual) {
        String value = context.queryParam(name);
        return value == null ? usual : Math.toIntExact(number(name, value, least, most));
    }

    /** A text that is not blank; null if there is none. */
    static @Nullable String text(Context context, String name, int longest) {
        String value = context.queryParam(name);
        if (value != null && value.length() > longest) {
            throw wrong(name, value.substring(0, longest) + "…", "give at most " + longest + " characters.");
        }
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The number after which a page begins; 0 is the beginning. */
    static long cursor(Context context) {
        String value = context.queryParam("after");
        return value == null ? 0 : number("after", value, 0, Long.MAX_VALUE);
    }

    static <E extends Enum<E>> @Nullable E choice(Context context, String name, Class<E> type) {
        String value = context.queryParam(name);
        if (value == null) {
            return null;
        }
        E[] choices = type.getEnumConstants();
        return Arrays.stream(choices)
                .filter(choice -> choice.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> wrong(
                        name,
                        value,
                        Arrays.stream(choices)
                                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ", "give one of ", "."))));
    }

    static Optional<IsoWeek> optionalWeek(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).map(value -> week(name, value));
    }

    private static IsoWeek week(String name, String value) {
        try {
            return IsoWeek.parse(value);
        } catch (IllegalArgumentException notAWeek) {
            throw wrong(name, value, "write an ISO week as YYYY-Www, for example 2024-W36.");
        }
    }

    private static long number(String name, String value, long least, long most) {
        if (value.matches("[0-9]{1,18}")) {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        String upTo = most == Long.MAX_VALUE ? " or more" : " to " + most;
        throw wrong(name, value, "give a whole number, " + least + upTo + ".");
    }

    static Problem.Found noPlace(String name, String value) {
        return wrong(name, value, "give it as it stands in the 'next' of the page before.");
    }

    static Problem.Found wrong(String name, String value, String right) {
        return new Problem.Found(400, "The parameter '" + name + "' is '" + value + "': " + right);
    }
}
