// SPDX-License-Identifier: Apache-2.0
/**
 * Reads the reviews of the pull requests that wait for it, which GitHub lists for each by itself, and what only GraphQL
 * shows of them.
 *
 * <p>One of which GitHub tells nothing keeps none of the others from being read. A review that GitHub no longer has is
 * published as deleted, once GitHub says so of that review.
 */
@NullMarked
package dev.hallway.ingest.reviews;

import org.jspecify.annotations.NullMarked;
