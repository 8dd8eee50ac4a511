// SPDX-License-Identifier: Apache-2.0
/** Derives figures from what is kept, as the metric definitions say. Pure: nothing here reads or writes a store. */
@NullMarked
package dev.hallway.streams.figure;

import org.jspecify.annotations.NullMarked;
