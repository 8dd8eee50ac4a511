// SPDX-License-Identifier: Apache-2.0
/**
 * Runs the topology: the one place that states the runtime policy, and the life cycle round it.
 */
@NullMarked
package dev.hallway.streams.runtime;

import org.jspecify.annotations.NullMarked;
