// SPDX-License-Identifier: Apache-2.0
/**
 * Everything in one process: starts, wires and stops the parts in order; no logic of their own.
 *
 * <p>One data directory has at most one running Hallway. What it holds survives any end of the process.
 */
@NullMarked
package dev.hallway.standalone;

import org.jspecify.annotations.NullMarked;
