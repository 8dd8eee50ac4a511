// SPDX-License-Identifier: Apache-2.0
/**
 * The reading itself, on a thread of its own for each task.
 *
 * <p>Ingest pushes pages and waits until they are committed; Connect polls, and must not be kept waiting. They meet in
 * {@link dev.hallway.connect.lane.HandOver}: polling again means that the worker is done with the previous page.
 */
@NullMarked
package dev.hallway.connect.lane;

import org.jspecify.annotations.NullMarked;
