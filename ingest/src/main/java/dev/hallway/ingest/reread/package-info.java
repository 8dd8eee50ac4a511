// SPDX-License-Identifier: Apache-2.0
/**
 * Reads comments and reviews again, a share of them with each turn: what their authors are to the repository changes
 * without a sign.
 *
 * <p>Publishes only what differs from the topics, and says how old the oldest reading is.
 */
@NullMarked
package dev.hallway.ingest.reread;

import org.jspecify.annotations.NullMarked;
