// SPDX-License-Identifier: Apache-2.0
/**
 * Who asks GitHub, and which repositories over which lane.
 *
 * <p>A lane is one token's serial way to GitHub. A repository always goes over the same lane, because its ETags count for
 * the token that got them. Nothing here talks to GitHub.
 */
@NullMarked
package dev.hallway.ingest.access;

import org.jspecify.annotations.NullMarked;
