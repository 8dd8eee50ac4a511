// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.explain;

/** The value of a figure in a week. */
public sealed interface FigureValue {

    /**
     * As it was published.
     *
     * @param value a whole number, a decimal with six places, or a name
     */
    record Known(Object value) implements FigureValue {}

    /** The week has a row, but no value for this, for a reason. */
    record Blank(String reason) implements FigureValue {}

    /** The week has no row, for a reason. */
    record WithoutRow(String reason) implements FigureValue {}
}
