// SPDX-License-Identifier: Apache-2.0
/**
 * The tables of the metric definitions, as CSV.
 *
 * <p>Every table has exactly the columns the definitions list. Rows are handed on one by one; text that a spreadsheet
 * would run as a formula is written as text.
 */
@NullMarked
package dev.hallway.streams.table;

import org.jspecify.annotations.NullMarked;
