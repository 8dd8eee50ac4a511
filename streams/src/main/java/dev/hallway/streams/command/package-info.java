// SPDX-License-Identifier: Apache-2.0
/** The {@code streams} command: reads its options, starts the topology, and explains what went wrong in one line. */
@NullMarked
package dev.hallway.streams.command;

import org.jspecify.annotations.NullMarked;
