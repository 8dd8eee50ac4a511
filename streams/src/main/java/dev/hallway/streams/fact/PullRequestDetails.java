// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What GitHub says of a pull request only where it is asked about that one, and not in its lists.
 *
 * <p>It stands until a later snapshot tells it anew, as {@link GitHubAnswer} does.
 *
 * @param version of the snapshot that told it
 * @param mergedBy id of the account that merged it; {@link Actor#DELETED_ID} if none did, or a deleted one
 * @param readyAt when it was last marked ready for review, UTC; null if it never was a draft
 */
public record PullRequestDetails(
        SnapshotVersion version, long mergedBy, @Nullable Instant readyAt) {

    /** The later of two, whichever came first; null if there is none. */
    public static @Nullable PullRequestDetails later(
            @Nullable PullRequestDetails known, @Nullable PullRequestDetails other) {
        return SnapshotVersion.later(known, other, PullRequestDetails::version);
    }
}
