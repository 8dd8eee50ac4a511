// SPDX-License-Identifier: Apache-2.0
/**
 * Who asks GitHub, and which repositories over which lane.
 *
 * <p>A lane sends the requests of one token to GitHub, one after the other. A repository is always read over the same
 * lane, because its ETags are valid only for the token that got them. Nothing here talks to GitHub.
 */
@NullMarked
package dev.hallway.ingest.access;

import org.jspecify.annotations.NullMarked;
