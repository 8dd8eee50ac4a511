// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that the simulated GitHub lists; every kind has an id and the time it was last changed. */
public sealed interface Entity {

    /** GitHub's id of the entity. */
    long id();

    /** Number of the issue or pull request that this is, or belongs to. */
    long number();

    /** When it was created. */
    Instant createdAt();

    /** When it was last changed. */
    Instant updatedAt();

    /**
     * An issue.
     *
     * @param author null for a deleted account
     * @param body null if empty
     * @param closedAt null while open
     * @param stateReason null if GitHub says nothing
     */
    record Issue(
            long number,
            long id,
            @Nullable Account author,
            String association,
            String title,
            @Nullable String body,
            List<String> labels,
            Instant createdAt,
            Instant updatedAt,
            @Nullable Instant closedAt,
            @Nullable String stateReason)
            implements Entity {

        /** An open issue as it is just after it was written. */
        public static Issue opened(
                long number, @Nullable Account author, String title, @Nullable String body, Instant at) {
            return new Issue(number, number * 1_000, author, "NONE", title, body, List.of(), at, at, null, null);
        }

        /** The same issue, closed. */
        public Issue closed(Instant at, String reason) {
            return new Issue(number, id, author, association, title, body, labels, createdAt, at, at, reason);
        }

        /** The same issue with other labels. */
        public Issue labelled(Instant at, List<String> names) {
            return new Issue(number, id, author, association, title, body, names, createdAt, at, closedAt, stateReason);
        }

        /** The same issue by somebody who has another association with the repository by now, which moves no time. */
        public Issue associated(String now) {
            return new Issue(number, id, author, now, title, body, labels, createdAt, updatedAt, closedAt, stateReason);
        }

        /** The same issue, changed at the given moment. */
        public Issue touched(Instant at) {
            return labelled(at, labels);
        }
    }

    /**
     * A pull request.
     *
     * @param id the pull request's own id; as an item of {@code /issues} it has another
     * @param author null for a deleted account
     * @param body null if empty
     * @param closedAt null while open
     * @param mergedAt null if not merged
     */
    record PullRequest(
            long number,
            long id,
            @Nullable Account author,
            String association,
            String title,
            @Nullable String body,
            List<String> labels,
            Instant createdAt,
            Instant updatedAt,
            @Nullable Instant closedAt,
            @Nullable Instant mergedAt,
            boolean draft,
            String baseRef)
            implements Entity {

        /** An open pull request to {@code main} as it is just after it was opened. */
        public static PullRequest opened(
                long number, @Nullable Account author, String title, @Nullable String body, Instant at) {
            return new PullRequest(
                    number,
                    number * 1_000 + 1,
                    author,
                    "NONE",
                    title,
                    body,
                    List.of(),
                    at,
                    at,
                    null,
                    null,
                    false,
                    "main");
        }

        /** The same pull request, merged. */
        public PullRequest merged(Instant at) {
            return new PullRequest(
                    number, id, author, association, title, body, labels, createdAt, at, at, at, draft, baseRef);
        }

        /** The same pull request, closed without a merge. */
        public PullRequest closed(Instant at) {
            return new PullRequest(
                    number, id, author, association, title, body, labels, createdAt, at, at, null, draft, baseRef);
        }

        /** The same pull request by somebody who has another association by now, which moves no time. */
        public PullRequest associated(String now) {
            return new PullRequest(
                    number, id, author, now, title, body, labels, createdAt, updatedAt, closedAt, mergedAt, draft,
                    baseRef);
        }

        /** The same pull request, changed at the given moment. */
        public PullRequest touched(Instant at) {
            return new PullRequest(
                    number,
                    id,
                    author,
                    association,
                    title,
                    body,
                    labels,
                    createdAt,
                    at,
                    closedAt,
                    mergedAt,
                    draft,
                    baseRef);
        }
    }

    /**
     * A comment in the conversation of an issue or pull request.
     *
     * @param author null for a deleted account
     */
    record IssueComment(
            long id,
            long number,
            @Nullable Account author,
            String association,
            @Nullable String body,
            Instant createdAt,
            Instant updatedAt)
            implements Entity {

        /** A comment as it is just after it was written. */
        public static IssueComment written(long id, long number, @Nullable Account author, String body, Instant at) {
            return new IssueComment(id, number, author, "NONE", body, at, at);
        }

        /** The same comment by somebody who has another association by now, which moves no time. */
        public IssueComment associated(String now) {
            return new IssueComment(id, number, author, now, body, createdAt, updatedAt);
        }

        /** The same comment with another text. */
        public IssueComment edited(String text, Instant at) {
            return new IssueComment(id, number, author, association, text, createdAt, at);
        }
    }

    /**
     * A comment on a line of a pull request.
     *
     * @param reviewId the review it came with
     * @param inReplyToId the review comment it answers, null for the first of a thread
     * @param author null for a deleted account
     */
    record ReviewComment(
            long id,
            long number,
            long reviewId,
            @Nullable Long inReplyToId,
            @Nullable Account author,
            String association,
            @Nullable String body,
            Instant createdAt,
            Instant updatedAt)
            implements Entity {

        /** The first comment of a thread as it is just after it was written. */
        public static ReviewComment written(
                long id, long number, long reviewId, @Nullable Account author, String body, Instant at) {
            return new ReviewComment(id, number, reviewId, null, author, "NONE", body, at, at);
        }

        /** The same comment by somebody who has another association by now, which moves no time. */
        public ReviewComment associated(String now) {
            return new ReviewComment(id, number, reviewId, inReplyToId, author, now, body, createdAt, updatedAt);
        }
    }

    /**
     * A review; GitHub shows no time of change for it.
     *
     * @param author null for a deleted account
     * @param state PENDING, COMMENTED, APPROVED, CHANGES_REQUESTED or DISMISSED
     */
    record Review(
            long id,
            long number,
            @Nullable Account author,
            String association,
            String state,
            @Nullable String body,
            Instant submittedAt)
            implements Entity {

        /** A submitted review. */
        public static Review submitted(long id, long number, @Nullable Account author, String state, Instant at) {
            return new Review(id, number, author, "NONE", state, "", at);
        }

        /** The same review by somebody who has another association by now. */
        public Review associated(String now) {
            return new Review(id, number, author, now, state, body, submittedAt);
        }

        @Override
        public Instant createdAt() {
            return submittedAt;
        }

        @Override
        public Instant updatedAt() {
            return submittedAt;
        }
    }
}
