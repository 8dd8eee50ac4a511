// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.graphql;

import dev.hallway.github.PullRequest;
import dev.hallway.github.Review;
import java.util.List;

/**
 * A pull request as GraphQL shows it.
 *
 * @param pullRequest with its closing references
 * @param reviews all of them, oldest first
 */
public record PullRequestFacts(PullRequest pullRequest, List<Review> reviews) {

    /** Copies the reviews. */
    public PullRequestFacts {
        reviews = List.copyOf(reviews);
    }
}
