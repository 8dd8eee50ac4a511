// SPDX-License-Identifier: Apache-2.0
/**
 * When to be prompt and when to be thrifty: single records are committed and published at once, a stream of them together.
 *
 * <p>Changes only when something shows, never what it ends in.
 */
@NullMarked
package dev.hallway.streams.pace;

import org.jspecify.annotations.NullMarked;
