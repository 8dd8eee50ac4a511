// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What GitHub shows of a pull request by GraphQL only.
 *
 * @param linkedByHand issues linked in the side bar, {@code owner/repo#number} each; those that a keyword closes need
 *     no mention here
 * @param readyForReviewAt when it was last marked ready for review; null if never
 * @param mergedBy who merged it; null if nobody did
 */
public record PullRequestExtras(
        List<String> linkedByHand,
        @Nullable Instant readyForReviewAt,
        @Nullable Account mergedBy) {

    /** Nothing beyond what REST shows. */
    public static final PullRequestExtras NONE = new PullRequestExtras(List.of(), null, null);

    /** Copies the list. */
    public PullRequestExtras {
        linkedByHand = List.copyOf(linkedByHand);
    }
}
