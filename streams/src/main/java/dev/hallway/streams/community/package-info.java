// SPDX-License-Identifier: Apache-2.0
/** All that a task knows of its repositories, as its processors share it: they write to the same tables. */
@NullMarked
package dev.hallway.streams.community;

import org.jspecify.annotations.NullMarked;
