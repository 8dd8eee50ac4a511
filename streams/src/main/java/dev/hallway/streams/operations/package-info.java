// SPDX-License-Identifier: Apache-2.0
/**
 * What an instance tells those who run it, as metrics for Prometheus: every family begins with {@code hallway_}.
 *
 * <p>A stream thread adds to a counter or writes a number, and no more. Whatever has to be read from stores is read by
 * another thread, as a query would read it, and shown for some seconds. The number of series does not grow with what
 * strangers write: labels are repositories, of which so many are shown, and names that the program itself knows. A figure
 * that is unavailable has no sample; it is never shown as zero.
 */
@NullMarked
package dev.hallway.streams.operations;

import org.jspecify.annotations.NullMarked;
