// SPDX-License-Identifier: Apache-2.0
/**
 * One story a feedback issue: from the request to the last merged pull request, across repositories.
 *
 * <p>Keyed by issue. The links of an issue lie in the order in which they are asked for, so that an event costs the same
 * whether an issue has three links or three thousand.
 */
@NullMarked
package dev.hallway.streams.story;

import org.jspecify.annotations.NullMarked;
