// SPDX-License-Identifier: Apache-2.0
/**
 * Reads the lists that GitHub has of a whole repository: their history first, then only what changed.
 *
 * <p>Nothing that moves while a list is read is skipped.
 */
@NullMarked
package dev.hallway.ingest.lists;

import org.jspecify.annotations.NullMarked;
