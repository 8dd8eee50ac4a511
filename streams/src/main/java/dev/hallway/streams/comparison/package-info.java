// SPDX-License-Identifier: Apache-2.0
/**
 * Compares the figures of a week with those of the weeks before it, and says which of them have really changed. Pure:
 * knows {@link dev.hallway.streams.read} alone.
 */
@NullMarked
package dev.hallway.streams.comparison;

import org.jspecify.annotations.NullMarked;
