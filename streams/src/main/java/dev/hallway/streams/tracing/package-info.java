// SPDX-License-Identifier: Apache-2.0
/**
 * Follows facts through a task to the rows that are derived from them.
 *
 * <p>A fact that arrives with the context of a trace gets a span. Figures are derived later, from many facts at once: the
 * span of a derivation goes on where the first of its facts came from, and links to some of the others. Nothing of it is
 * kept in stores, and nothing is done while tracing is off.
 */
@NullMarked
package dev.hallway.streams.tracing;

import org.jspecify.annotations.NullMarked;
