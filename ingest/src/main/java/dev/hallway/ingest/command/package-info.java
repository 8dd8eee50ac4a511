// SPDX-License-Identifier: Apache-2.0
/** The {@code ingest} command: options, exit codes, messages for people. */
@NullMarked
package dev.hallway.ingest.command;

import org.jspecify.annotations.NullMarked;
