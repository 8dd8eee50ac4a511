// SPDX-License-Identifier: Apache-2.0
/**
 * How state is kept: typed stores, keys whose byte order is their meaning's order, compact values.
 *
 * <p>Everything here is about bytes; what the bytes mean belongs to the features.
 */
@NullMarked
package dev.hallway.streams.state;

import org.jspecify.annotations.NullMarked;
