// SPDX-License-Identifier: Apache-2.0
/**
 * Explains every figure of a week: what it means, what it counted, and what it left out for which reason.
 *
 * <p>Knows what can be read of a community, not where it is stored. A page of an explanation costs the same however much
 * happened in the week.
 */
@NullMarked
package dev.hallway.streams.explain;

import org.jspecify.annotations.NullMarked;
