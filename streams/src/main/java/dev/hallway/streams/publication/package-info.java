// SPDX-License-Identifier: Apache-2.0
/**
 * Derives what has changed and sends the rows that differ: at once when it is calm, every ten seconds while records stream
 * in, always within a budget of time.
 */
@NullMarked
package dev.hallway.streams.publication;

import org.jspecify.annotations.NullMarked;
