// SPDX-License-Identifier: Apache-2.0
/**
 * The {@code hallway} command: one class for each subcommand.
 *
 * <p>Results go to stdout, everything else to stderr or the log. A failure is one line and an exit code that
 * {@code --help} documents.
 */
@NullMarked
package dev.hallway.standalone.command;

import org.jspecify.annotations.NullMarked;
