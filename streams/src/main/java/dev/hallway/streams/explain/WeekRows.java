// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.explain;

import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the published values of one table are found.
 *
 * @param <T> a row
 * @param table the table
 * @param rows reads its rows of some weeks
 */
record WeekRows<T>(FigureTable table, Reading<T> rows) {

    private static final int DECIMALS = 6;

    /** The value of a column. */
    Column column(Function<T, @Nullable Object> column) {
        return column(column, table.whyBlank());
    }

    /**
     * The value of a column.
     *
     * @param whyBlank why a row may have none
     */
    Column column(Function<T, @Nullable Object> column, String whyBlank) {
        return new Column(
                table,
                (reader, summary, week) -> rows.of(reader, summary.repository(), new WeekRange(week, week)).stream()
                        .findFirst()
                        .map(row -> value(column.apply(row), whyBlank))
                        .orElseGet(() -> new FigureValue.WithoutRow(noRow(summary, week))));
    }

    private static FigureValue value(@Nullable Object value, String whyBlank) {
        if (value == null) {
            return new FigureValue.Blank(whyBlank);
        }
        return new FigureValue.Known(
                value instanceof Double decimal
                        ? BigDecimal.valueOf(decimal).setScale(DECIMALS, RoundingMode.HALF_UP)
                        : value);
    }

    private String noRow(RepositorySummary summary, IsoWeek week) {
        IsoWeek first = summary.firstWeek();
        IsoWeek last = summary.lastWeek();
        if (first == null || last == null) {
            return "nothing is known of " + summary.repository() + " yet";
        }
        if (week.compareTo(first) < 0 || week.compareTo(last) > 0) {
            return "the known history of " + summary.repository() + " has something in the weeks " + first + " to "
                    + last + " only";
        }
        return "the week has no row in " + table + ": nothing happened that it counts";
    }

    /**
     * Reads rows.
     *
     * @param <T> a row
     */
    @FunctionalInterface
    interface Reading<T> {
        List<T> of(CommunityReader reader, String repository, WeekRange weeks);
    }

    /**
     * A column of the table.
     *
     * @param table the table
     * @param value its value in a week
     */
    record Column(FigureTable table, Value value) {}

    /** The value of a column in a week. */
    @FunctionalInterface
    interface Value {
        FigureValue of(CommunityReader reader, RepositorySummary summary, IsoWeek week);
    }
}
