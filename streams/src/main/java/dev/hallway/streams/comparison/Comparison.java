// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.comparison;

import dev.hallway.streams.week.IsoWeek;
import java.math.BigDecimal;

/**
 * A figure of a week beside what the weeks before let expect.
 *
 * @param week which week
 * @param figure which figure
 * @param difference the figure, what it is compared with, and how likely so large a difference is by chance
 * @param changed true if it counts as changed among all figures of the week
 */
public record Comparison(IsoWeek week, ComparedFigure figure, Difference difference, boolean changed) {

    /**
     * A figure and its reference.
     *
     * @param value a count, an index or share with 6 decimals, or a median in whole seconds
     * @param reference mean, pooled median or pooled share of the weeks before, with 6 decimals
     * @param n how many weeks, pooled durations or pooled items the reference has
     * @param p probability of a difference at least as large if nothing has changed
     */
    public record Difference(BigDecimal value, BigDecimal reference, long n, double p) {}
}
