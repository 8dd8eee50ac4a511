// SPDX-License-Identifier: Apache-2.0
/**
 * The weekly digest: what happened in a community, whom to talk to, what changed, and who is waiting.
 *
 * <p>{@link dev.hallway.streams.digest.DigestModel} gathers all of it for one repository, {@link
 * dev.hallway.streams.digest.PortfolioModel} for several; each renderer turns a model into one format.
 * The same store contents give the same digest, to the byte: no clock is read, "now" is the moment until which GitHub
 * has been read. A figure that cannot be known is unavailable and says why; it is never zero. Every rendering stays
 * below 65,536 characters, and text from GitHub neither pings, links nor breaks it.
 */
@NullMarked
package dev.hallway.streams.digest;

import org.jspecify.annotations.NullMarked;
