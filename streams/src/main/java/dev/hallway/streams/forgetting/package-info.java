// SPDX-License-Identifier: Apache-2.0
/**
 * Takes people out of every topic: what they wrote stays, as of an account that GitHub deleted, and everything that was
 * derived is derived anew.
 *
 * <p>Nothing else may write meanwhile. Broken off at any moment, it can be run again and ends in the same. See
 * docs/adr/0030-forget-by-writing-anew.md.
 */
@NullMarked
package dev.hallway.streams.forgetting;

import org.jspecify.annotations.NullMarked;
