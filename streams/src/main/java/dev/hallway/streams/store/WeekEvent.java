// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.store;

import dev.hallway.github.AuthorAssociation;
import dev.hallway.streams.fact.Actor;
import dev.hallway.streams.read.CountedContribution;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened in a week: all that a week's figures are derived from, and their explanation.
 *
 * @param account id of the account that contributed; {@link Actor#DELETED_ID} if it is deleted or none did
 * @param association its association with the repository
 * @param time when, UTC
 * @param seconds from the opening to the first response, or to the merge that answered; {@link #NONE} if there is none
 * @param marked a closing: that a merge answered the issue; an answer: that the community wrote it; a merge: that it was
 *     reviewed before
 * @param merger id of the account that merged; {@link Actor#DELETED_ID} if that is not known, and for everything else
 */
public record WeekEvent(
        long account, AuthorAssociation association, Instant time, long seconds, boolean marked, long merger) {

    /** No duration. */
    public static final long NONE = -1;

    /** What happened. The order is part of the keys. */
    public enum Kind {
        /** A contribution of the account was taken back: whether it still contributed in the week is to be seen. */
        WITHDRAWN,
        ISSUE_OPENED,
        PULL_REQUEST_OPENED,
        PULL_REQUEST_MERGED,
        ISSUE_COMMENT,
        REVIEW_COMMENT,
        REVIEW,
        /** A review that only wraps its comments: seen, and perhaps a response, but no contribution. */
        REVIEW_WITHOUT_TEXT,
        ISSUE_CLOSED,
        PULL_REQUEST_CLOSED,
        /** A pull request that closes the feedback issue was merged. */
        FEEDBACK_ANSWERED;

        /** The kind of contribution it is; empty if nobody contributes by it. */
        public Optional<CountedContribution.Kind> contribution() {
            return switch (this) {
                case ISSUE_OPENED -> Optional.of(CountedContribution.Kind.ISSUE_OPENED);
                case PULL_REQUEST_OPENED -> Optional.of(CountedContribution.Kind.PULL_REQUEST_OPENED);
                case PULL_REQUEST_MERGED -> Optional.of(CountedContribution.Kind.PULL_REQUEST_MERGED);
                case ISSUE_COMMENT -> Optional.of(CountedContribution.Kind.ISSUE_COMMENT);
                case REVIEW_COMMENT -> Optional.of(CountedContribution.Kind.REVIEW_COMMENT);
                case REVIEW -> Optional.of(CountedContribution.Kind.REVIEW);
                case WITHDRAWN, REVIEW_WITHOUT_TEXT, ISSUE_CLOSED, PULL_REQUEST_CLOSED, FEEDBACK_ANSWERED ->
                    Optional.empty();
            };
        }

        /** What a comment or review is. */
        public static Kind of(CountedContribution.Kind comment) {
            return switch (comment) {
                case ISSUE_COMMENT -> ISSUE_COMMENT;
                case REVIEW_COMMENT -> REVIEW_COMMENT;
                case REVIEW -> REVIEW;
                case ISSUE_OPENED -> ISSUE_OPENED;
                case PULL_REQUEST_OPENED -> PULL_REQUEST_OPENED;
                case PULL_REQUEST_MERGED -> PULL_REQUEST_MERGED;
            };
        }
    }

    /** A contribution. */
    public static WeekEvent contribution(long account, AuthorAssociation association, Instant time) {
        return new WeekEvent(account, association, time, NONE, false, Actor.DELETED_ID);
    }

    /**
     * The opening of an item.
     *
     * @param waited seconds until the first response; {@link #NONE} if there is none yet
     */
    public static WeekEvent opening(long account, AuthorAssociation association, Instant time, long waited) {
        return new WeekEvent(account, association, time, waited, false, Actor.DELETED_ID);
    }

    /**
     * The merge of a pull request, by which its author contributes.
     *
     * @param reviewed true if somebody else had reviewed it before
     * @param merger id of the account that merged it; {@link Actor#DELETED_ID} if that is not known
     */
    public static WeekEvent merge(
            long account, AuthorAssociation association, Instant time, boolean reviewed, long merger) {
        return new WeekEvent(account, association, time, NONE, reviewed, merger);
    }

    /** Something that nobody contributes by. */
    public static WeekEvent at(Instant time, long seconds, boolean marked) {
        return new WeekEvent(Actor.DELETED_ID, AuthorAssociation.UNKNOWN, time, seconds, marked, Actor.DELETED_ID);
    }
}
