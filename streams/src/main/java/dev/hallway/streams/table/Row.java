// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of a table, cell by cell from left to right; a missing value is a blank cell, never a zero. */
public final class Row {

    private static final int DECIMALS = 6;
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private final List<@Nullable String> cells = new ArrayList<>();

    /** Untrusted text: what a spreadsheet would run as a formula gets an apostrophe in front. */
    Row text(@Nullable String value) {
        cells.add(value == null || value.isEmpty() ? null : harmless(value));
        return this;
    }

    /** A name this program chose. */
    Row name(Object value) {
        cells.add(value.toString());
        return this;
    }

    /** A whole number. */
    Row number(@Nullable Long value) {
        cells.add(value == null ? null : Long.toString(value));
        return this;
    }

    /** A real number, with six decimals. */
    Row decimal(@Nullable Double value) {
        return decimal(value == null ? null : BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP));
    }

    /** A number with the decimals that it has. */
    Row decimal(@Nullable BigDecimal value) {
        cells.add(value == null ? null : value.toPlainString());
        return this;
    }

    /** {@code true} or {@code false}. */
    Row flag(@Nullable Boolean value) {
        cells.add(value == null ? null : value.toString());
        return this;
    }

    /** A moment in UTC, to the second. */
    Row moment(@Nullable Instant value) {
        cells.add(value == null ? null : value.truncatedTo(ChronoUnit.SECONDS).toString());
        return this;
    }

    /** The cells in order; null where blank. */
    public List<@Nullable String> cells() {
        return Collections.unmodifiableList(cells);
    }

    private static String harmless(String value) {
        return FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
