// SPDX-License-Identifier: Apache-2.0
/**
 * The weeks of a repository: what was counted, the figures made from it, and when they are published.
 *
 * <p>Keyed by repository. Every counted fact is kept with its week, so that each figure can say what it counted, and is
 * taken back exactly when it changes. Figures are computed by the same code for the metric topics and for queries.
 */
@NullMarked
package dev.hallway.streams.repository;

import org.jspecify.annotations.NullMarked;
