// SPDX-License-Identifier: Apache-2.0
/**
 * Compares the figures of a week with those of the weeks before it, and says which of them have really changed. Knows
 * {@link dev.hallway.streams.read}, not the stores.
 */
@NullMarked
package dev.hallway.streams.comparison;

import org.jspecify.annotations.NullMarked;
