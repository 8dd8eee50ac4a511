// SPDX-License-Identifier: Apache-2.0
/**
 * The plan of what to read: history first, then only what changed.
 *
 * <p>A list is read in steps; each step reads one page and commits it with its cursor, so that ingest may be killed after
 * any of them and loses nothing.
 */
@NullMarked
package dev.hallway.ingest.cycle;

import org.jspecify.annotations.NullMarked;
