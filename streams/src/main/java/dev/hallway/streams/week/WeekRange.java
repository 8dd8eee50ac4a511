// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.week;

/**
 * Consecutive weeks, both ends included.
 *
 * @param first the earliest week
 * @param last the latest week, not before the first
 */
public record WeekRange(IsoWeek first, IsoWeek last) {

    /** Refuses a range that ends before it begins. */
    public WeekRange {
        if (last.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "The week range " + first + " to " + last + " ends before it begins; swap its ends.");
        }
    }

    /** True if the week is one of them. */
    public boolean contains(IsoWeek week) {
        return first.compareTo(week) <= 0 && week.compareTo(last) <= 0;
    }

    /** How many weeks they are. */
    public int count() {
        return last.ordinal() - first.ordinal() + 1;
    }

    /** So many weeks that end with the given one. */
    public static WeekRange trailing(IsoWeek last, int weeks) {
        return new WeekRange(last.plus(1 - weeks), last);
    }
}
