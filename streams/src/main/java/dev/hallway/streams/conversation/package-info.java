// SPDX-License-Identifier: Apache-2.0
/**
 * One conversation an item: the latest known facts, replies and reviews, and who answered first.
 *
 * <p>Reads the input topics, keyed by item. Tells the story stage and the repository stage what changed, each change with
 * what it replaces, so that whatever counted the old can take it back. A snapshot older than the known one changes nothing.
 */
@NullMarked
package dev.hallway.streams.conversation;

import org.jspecify.annotations.NullMarked;
