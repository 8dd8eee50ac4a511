// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.fact;

import dev.hallway.github.AuthorAssociation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The latest known snapshot of an issue comment, a review or a review comment.
 *
 * @param version orders it among the snapshots of the same entity
 * @param status whether anybody can see it
 * @param author id of the account that wrote it; {@link Actor#DELETED_ID} for a deleted one
 * @param association the author's association with the repository
 * @param writtenAt when it was written or submitted, UTC; the epoch unless published
 * @param contributes false for a review that only wraps its comments
 */
public record CommentSnapshot(
        SnapshotVersion version,
        Status status,
        long author,
        AuthorAssociation association,
        Instant writtenAt,
        boolean contributes) {

    /** Whether anybody can see it. */
    public enum Status {
        PUBLISHED,
        /** A review that is still being written: it and its comments do not exist yet. */
        PENDING,
        DELETED
    }

    /**
     * Since when everybody can see it: a review comment becomes visible with its review.
     *
     * @param review the review that a review comment came with; null if there is none or it is not known
     * @return null if nobody can see it
     */
    public @Nullable Instant visibleAt(@Nullable CommentSnapshot review) {
        if (status != Status.PUBLISHED || (review != null && review.status == Status.PENDING)) {
            return null;
        }
        return review != null && review.status == Status.PUBLISHED && review.writtenAt.isAfter(writtenAt)
                ? review.writtenAt
                : writtenAt;
    }

    /** True if its comments become visible at the same moment as with the other snapshot. */
    public boolean showsItsCommentsAs(@Nullable CommentSnapshot other) {
        return other != null && other.status == status && other.writtenAt.equals(writtenAt);
    }
}
