// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.comparison;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A figure of a week, beside what the weeks before let expect where there is enough to compare. */
public sealed interface FigureComparison {

    /** Which figure. */
    ComparedFigure figure();

    /**
     * It was compared.
     *
     * @param value a count, an index or share with 6 decimals, or a median in whole seconds
     * @param of from how many durations or items it was taken; null for counts and indices
     * @param reference what the weeks before show
     * @param p probability of a difference at least as large if nothing has changed
     * @param direction on which side of the weeks before it lies
     * @param changed true if it counts as changed among all figures of the week, false if it is as usual
     */
    record Compared(
            ComparedFigure figure,
            BigDecimal value,
            @Nullable Long of,
            ReferenceWeeks reference,
            double p,
            Direction direction,
            boolean changed)
            implements FigureComparison {

        Compared asChanged() {
            return new Compared(figure, value, of, reference, p, direction, true);
        }
    }

    /**
     * There is too little to compare it.
     *
     * @param value as of a compared one
     * @param of as of a compared one
     * @param reason why, as half a sentence
     */
    record NotCompared(
            ComparedFigure figure,
            BigDecimal value,
            @Nullable Long of,
            String reason) implements FigureComparison {}

    /**
     * The week has none.
     *
     * @param reason why, as half a sentence
     */
    record Absent(ComparedFigure figure, String reason) implements FigureComparison {}
}
