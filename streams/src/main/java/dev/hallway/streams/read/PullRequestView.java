// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.read;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What only a pull request has.
 *
 * @param readyAt since when it is ready for review, UTC; null while it is a draft
 * @param firstReviewAt when the first review or review comment by another human became visible, UTC; null if there is none
 * @param merger the human who merged it; null if it is not merged, if that is not known, or if it was a bot
 */
public record PullRequestView(
        @Nullable Instant readyAt,
        @Nullable Instant firstReviewAt,
        @Nullable Merger merger) {

    /**
     * Who merged.
     *
     * @param person GitHub's numeric user id
     * @param maintainer true if the merge is a maintainer's
     * @param author true if the same person wrote the pull request
     */
    public record Merger(long person, boolean maintainer, boolean author) {}
}
