// SPDX-License-Identifier: Apache-2.0
/**
 * The graph: which topic feeds which stage, with a name for every operator, store and internal topic.
 */
@NullMarked
package dev.hallway.streams.topology;

import org.jspecify.annotations.NullMarked;
