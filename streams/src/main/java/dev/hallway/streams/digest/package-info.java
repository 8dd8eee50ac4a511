// SPDX-License-Identifier: Apache-2.0
/**
 * The weekly digest: what changed in a community, and who is waiting.
 *
 * <p>{@link dev.hallway.streams.digest.DigestModel} gathers the figures; each renderer turns the model into one format.
 * The same store contents give the same digest, to the byte: no clock is read, "now" is the moment until which GitHub
 * has been read. A figure that cannot be known is unavailable and says why; it is never zero. Every rendering stays
 * below 65,536 characters, and text from GitHub neither pings, links nor breaks it.
 */
@NullMarked
package dev.hallway.streams.digest;

import org.jspecify.annotations.NullMarked;
