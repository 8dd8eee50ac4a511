// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.read;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a week, with all that the week's figures make of it.
 *
 * @param place what happened, in which item
 * @param time when, UTC
 * @param by who contributed; of a closing and of an answer, which nobody contributes by, the author of the item
 * @param arrival what became of a person who came in this week; null for everybody else
 * @param seconds from the opening to the first response, or to the merge that answered; null if there is none
 * @param marked a closing: that a merge answered the issue; an answer: that the community wrote it; a merge: that it was
 *     reviewed before
 * @param mergedBy who merged; unknown if that is not known, and for everything else
 * @param answeredAt of a closing, when the merge that answers the issue was made, UTC; null if there is none
 */
public record EventView(
        EventPlace place,
        Instant time,
        ParticipantView by,
        @Nullable Arrival arrival,
        @Nullable Long seconds,
        boolean marked,
        ParticipantView mergedBy,
        @Nullable Instant answeredAt) {

    /** The events by which somebody contributes. */
    public static final Set<Kind> CONTRIBUTIONS = Collections.unmodifiableSet(EnumSet.of(
            Kind.ISSUE_OPENED,
            Kind.PULL_REQUEST_OPENED,
            Kind.PULL_REQUEST_MERGED,
            Kind.ISSUE_COMMENT,
            Kind.REVIEW_COMMENT,
            Kind.REVIEW));

    /** What happened. */
    public enum Kind {
        ISSUE_OPENED,
        PULL_REQUEST_OPENED,
        /** Its author contributes by it. */
        PULL_REQUEST_MERGED,
        ISSUE_COMMENT,
        REVIEW_COMMENT,
        REVIEW,
        /** A review that only wraps its comments: no contribution. */
        REVIEW_WITHOUT_TEXT,
        ISSUE_CLOSED,
        /** Closed without a merge. */
        PULL_REQUEST_CLOSED,
        /** A pull request that closes the feedback issue was merged. */
        FEEDBACK_ANSWERED
    }

    /** What happened. */
    public Kind kind() {
        return place.kind();
    }

    /**
     * What became of somebody whose first contribution lies in the week.
     *
     * @param openedPullRequest true if they have opened a pull request
     * @param mergedPullRequest true if a pull request of theirs has been merged
     * @param returned true if they contributed in any of the 12 weeks after, other than by a merge
     * @param returnKnown true if it is known whether they returned
     */
    public record Arrival(
            boolean openedPullRequest, boolean mergedPullRequest, boolean returned, boolean returnKnown) {}
}
