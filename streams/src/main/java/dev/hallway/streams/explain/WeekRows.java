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
 */
@FunctionalInterface
interface WeekRows<T> {

    int DECIMALS = 6;

    /** The rows of some weeks. */
    List<T> of(CommunityReader reader, String repository, WeekRange weeks);

    /** The value of a column. */
    default Column column(FigureTable table, Function<T, @Nullable Object> column) {
        return column(table, column, table.whyBlank());
    }

    /**
     * The value of a column.
     *
     * @param whyBlank why a row may have none
     */
    default Column column(FigureTable table, Function<T, @Nullable Object> column, String whyBlank) {
        return (reader, summary, week) -> of(reader, summary.repository(), new WeekRange(week, week)).stream()
                .findFirst()
                .map(row -> value(column.apply(row), whyBlank))
                .orElseGet(() -> new FigureValue.WithoutRow(noRow(table, summary, week)));
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

    private static String noRow(FigureTable table, RepositorySummary summary, IsoWeek week) {
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

    /** The value of a figure in a week. */
    @FunctionalInterface
    interface Column {
        FigureValue of(CommunityReader reader, RepositorySummary summary, IsoWeek week);
    }
}
