// SPDX-License-Identifier: Apache-2.0
/**
 * Tells what has been published since, whichever instance published it, so that whoever shows a figure can ask again.
 *
 * <p>A change is a hint, and the topics are the record: a hint may come twice, and may say less than what happened (all of a
 * repository may have changed, or anything), but never misses anything without saying so. Nothing here grows without bound.
 */
@NullMarked
package dev.hallway.streams.live;

import org.jspecify.annotations.NullMarked;
