// SPDX-License-Identifier: Apache-2.0
/** Weeks as every figure uses them: ISO-8601, UTC, half-open. */
@NullMarked
package dev.hallway.streams.week;

import org.jspecify.annotations.NullMarked;
