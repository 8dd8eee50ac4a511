// SPDX-License-Identifier: Apache-2.0
/** What the commands of Hallway's services share. */
@NullMarked
package dev.hallway.service.command;

import org.jspecify.annotations.NullMarked;
