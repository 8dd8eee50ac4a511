// SPDX-License-Identifier: Apache-2.0
/**
 * Which names repositories bear and bore: tells every partition of the conversations when that changes, so that
 * references to a former name lead to the repository.
 */
@NullMarked
package dev.hallway.streams.name;

import org.jspecify.annotations.NullMarked;
