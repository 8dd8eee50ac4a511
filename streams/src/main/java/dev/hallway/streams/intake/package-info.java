// SPDX-License-Identifier: Apache-2.0
/**
 * Writes down what arrives, as it was said, and notes what has to be derived anew. A snapshot that is not later than the
 * known one changes nothing.
 */
@NullMarked
package dev.hallway.streams.intake;

import org.jspecify.annotations.NullMarked;
