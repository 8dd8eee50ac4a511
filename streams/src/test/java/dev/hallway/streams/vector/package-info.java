// SPDX-License-Identifier: Apache-2.0
/** The published test vectors of {@code docs/vectors}, held against the topology. */
@NullMarked
package dev.hallway.streams.vector;

import org.jspecify.annotations.NullMarked;
