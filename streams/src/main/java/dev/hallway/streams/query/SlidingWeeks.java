// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.query;

import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Tallies over so many weeks that end with each week of a range, from one tally a week: what happened is read once, however
 * many weeks overlap.
 *
 * @param <T> the type of the tallies
 */
final class SlidingWeeks<T> {

    private final WeekRange range;
    private final int length;
    private final Supplier<T> empty;
    private final BiConsumer<T, T> addAll;
    private final Map<IsoWeek, T> weeks = new HashMap<>();

    /**
     * Of a range.
     *
     * @param length how many weeks each row is about
     * @param addAll adds what the second tally counted to the first
     */
    SlidingWeeks(WeekRange range, int length, Supplier<T> empty, BiConsumer<T, T> addAll) {
        this.range = range;
        this.length = length;
        this.empty = empty;
        this.addAll = addAll;
    }

    /** All weeks of which something may count. */
    WeekRange read() {
        return new WeekRange(range.first().plus(1 - length), range.last());
    }

    /** The tally of one week. */
    T in(IsoWeek week) {
        return weeks.computeIfAbsent(week, none -> empty.get());
    }

    /** A row for each week of the range, from the weeks that end with it and their tally. */
    <R> List<R> rows(BiFunction<WeekRange, T, R> row) {
        List<R> rows = new ArrayList<>();
        for (IsoWeek last = range.first(); range.contains(last); last = last.next()) {
            WeekRange window = WeekRange.trailing(last, length);
            T together = empty.get();
            for (IsoWeek week = window.first(); window.contains(week); week = week.next()) {
                T of = weeks.get(week);
                if (of != null) {
                    addAll.accept(together, of);
                }
            }
            rows.add(row.apply(window, together));
        }
        return rows;
    }
}
