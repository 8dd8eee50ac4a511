// SPDX-License-Identifier: Apache-2.0
/**
 * Brings the registry of a people file to its topic, and again when the file has changed.
 *
 * <p>What is on the topic already is not written again, so several instances may be given the same file. A file that is
 * wrong changes nothing.
 */
@NullMarked
package dev.hallway.streams.peoplewatch;

import org.jspecify.annotations.NullMarked;
