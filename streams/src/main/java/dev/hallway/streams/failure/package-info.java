// SPDX-License-Identifier: Apache-2.0
/**
 * What becomes of records that cannot be read or processed: nothing is lost, and nothing wrong is counted.
 */
@NullMarked
package dev.hallway.streams.failure;

import org.jspecify.annotations.NullMarked;
