// SPDX-License-Identifier: Apache-2.0
/**
 * What Kafka holds: the cursors and repositories that were committed, and the items, comments and reviews of the topics.
 *
 * <p>Cursors, repositories and the ids of reviews stay in memory. The topics are read from the beginning only where something is to be
 * compared with them, into as few bytes an entity as that takes, and only for as long.
 */
@NullMarked
package dev.hallway.ingest.held;

import org.jspecify.annotations.NullMarked;
