// SPDX-License-Identifier: Apache-2.0
/**
 * How the communities of many repositories do, side by side.
 *
 * <p>The figures of each repository that is held here are read by a thread of its own, kept in memory, and read again
 * once the repository has changed. Whoever asks waits for no reading: what is not read yet is said to be so, and is
 * never shown as zero. Memory grows with the number of repositories and with nothing else.
 */
@NullMarked
package dev.hallway.streams.portfolio;

import org.jspecify.annotations.NullMarked;
