// SPDX-License-Identifier: Apache-2.0
/**
 * The vocabulary the stages share: who wrote something, what an item is, and what one stage tells the next.
 *
 * <p>Interpretation of GitHub's snapshots into these records is pure; no stage imports another.
 */
@NullMarked
package dev.hallway.streams.fact;

import org.jspecify.annotations.NullMarked;
