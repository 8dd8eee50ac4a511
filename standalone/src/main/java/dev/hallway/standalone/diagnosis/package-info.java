// SPDX-License-Identifier: Apache-2.0
/**
 * What is wrong with a data directory, and what helps.
 *
 * <p>{@code doctor} and every command that fails because of it say the same, in the same words.
 */
@NullMarked
package dev.hallway.standalone.diagnosis;

import org.jspecify.annotations.NullMarked;
