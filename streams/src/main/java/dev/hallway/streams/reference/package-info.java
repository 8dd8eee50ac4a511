// SPDX-License-Identifier: Apache-2.0
/**
 * Reads from the text of a pull request which issues it closes and which items it mentions.
 *
 * <p>Pure functions over untrusted text: they never fail, and their work grows linearly with the text, whatever it is.
 */
@NullMarked
package dev.hallway.streams.reference;

import org.jspecify.annotations.NullMarked;
