// SPDX-License-Identifier: Apache-2.0
/** Reads Hallway's topics from their beginning to their end, for those who need to know all that stands there. */
@NullMarked
package dev.hallway.service.topic;

import org.jspecify.annotations.NullMarked;
