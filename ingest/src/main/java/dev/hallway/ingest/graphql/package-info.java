// SPDX-License-Identifier: Apache-2.0
/**
 * Asks GitHub's GraphQL API about many pull requests at once: their reviews, and what REST does not show.
 *
 * <p>{@link dev.hallway.ingest.graphql.PullRequestReader} asks one query, and further ones for whatever its answer left
 * open; what GitHub does not answer comes back by name, with the reason.
 * {@link dev.hallway.ingest.graphql.NumberReader} asks which numbers are discussions.
 */
@NullMarked
package dev.hallway.ingest.graphql;

import org.jspecify.annotations.NullMarked;
