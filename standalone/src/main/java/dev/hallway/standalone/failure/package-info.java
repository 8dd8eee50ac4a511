// SPDX-License-Identifier: Apache-2.0
/**
 * Why Hallway could not do what it was asked, in words for the user.
 *
 * <p>The command prints the message as its only line and exits with the reason's code; nobody sees a stack trace.
 */
@NullMarked
package dev.hallway.standalone.failure;

import org.jspecify.annotations.NullMarked;
