// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.page;

import dev.hallway.contract.FactKey;
import dev.hallway.contract.ItemKey;
import dev.hallway.contract.Topics;
import dev.hallway.github.Comment;
import dev.hallway.github.CommentKind;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Review;
import dev.hallway.github.SubjectKind;
import dev.hallway.ingest.publish.OutgoingRecord;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One entity of a list, as far as a walk needs to know it.
 *
 * @param subject which entity, for people
 * @param id GitHub's id within its list
 * @param updatedAt where it stands in a list sorted by change
 * @param record what to publish; empty for a pull request in {@code /issues}
 * @param pullRequest number of the pull request whose reviews may have changed with it
 */
public record Snapshot(
        String subject, long id, Instant updatedAt, Optional<OutgoingRecord<?>> record, Optional<Long> pullRequest) {

    /** An issue. */
    public static Snapshot of(Issue issue) {
        OutgoingRecord<?> record =
                new OutgoingRecord<>(Topics.ISSUES, FactKey.of(issue).toString(), issue, issue.getUpdatedAt());
        return new Snapshot(
                "issue #" + issue.getNumber(),
                issue.getId(),
                issue.getUpdatedAt(),
                Optional.of(record),
                Optional.empty());
    }

    /** An entry of {@code /issues} that is a pull request shows only that something happened to it. */
    static Snapshot ofPullRequestAmongIssues(Issue issue) {
        return new Snapshot(
                "issue #" + issue.getNumber(),
                issue.getId(),
                issue.getUpdatedAt(),
                Optional.empty(),
                Optional.of(issue.getNumber()));
    }

    /** A pull request. */
    public static Snapshot of(PullRequest pull) {
        return of(pull, "pull request #" + pull.getNumber());
    }

    /** A pull request read again, for what only GraphQL shows. */
    public static Snapshot ofGraphQl(PullRequest pull) {
        return of(pull, unanswered(pull.getNumber()));
    }

    /** The subject of the gap that stands while GraphQL gives no answer about a pull request. */
    public static String unanswered(long pullRequest) {
        return "closing references of #" + pullRequest;
    }

    /** The subject of the gap that stands while the reviews of a pull request cannot be read. */
    public static String reviewsOf(long pullRequest) {
        return "reviews of #" + pullRequest;
    }

    /** The subject of the gap that stands while it is unknown what became of the comments of an item. */
    public static String commentsOf(long item) {
        return "comments of #" + item;
    }

    private static Snapshot of(PullRequest pull, String subject) {
        OutgoingRecord<?> record =
                new OutgoingRecord<>(Topics.PULL_REQUESTS, FactKey.of(pull).toString(), pull, pull.getUpdatedAt());
        return new Snapshot(
                subject, pull.getId(), pull.getUpdatedAt(), Optional.of(record), Optional.of(pull.getNumber()));
    }

    /** A comment. */
    public static Snapshot of(Comment comment) {
        OutgoingRecord<?> record =
                new OutgoingRecord<>(Topics.COMMENTS, FactKey.of(comment).toString(), comment, comment.getUpdatedAt());
        return new Snapshot(
                kind(comment) + " " + comment.getId(),
                comment.getId(),
                comment.getUpdatedAt(),
                Optional.of(record),
                comment.getSubject() == SubjectKind.PULL_REQUEST ? Optional.of(comment.getNumber()) : Optional.empty());
    }

    /** A review. */
    public static Snapshot of(Review review) {
        Instant at = Objects.requireNonNullElse(review.getSubmittedAt(), review.getObservedAt());
        OutgoingRecord<?> record =
                new OutgoingRecord<>(Topics.REVIEWS, FactKey.of(review).toString(), review, at);
        return new Snapshot(
                "review " + review.getId() + " of #" + review.getNumber(),
                review.getId(),
                at,
                Optional.of(record),
                Optional.empty());
    }

    /** Number of the issue or pull request that this is, or belongs to. */
    public long number() {
        return record.map(OutgoingRecord::key)
                .map(key -> ItemKey.parse(FactKey.itemOf(key)).number())
                .or(() -> pullRequest)
                .orElseThrow();
    }

    /** What is published of it; null for a pull request in {@code /issues}. */
    @Nullable
    public SpecificRecord value() {
        return record.<SpecificRecord>map(OutgoingRecord::value).orElse(null);
    }

    /** The same under another time of change; for issues, pull requests and comments. */
    public Snapshot at(Instant changedAt) {
        SpecificRecord value = value();
        if (value instanceof Issue issue) {
            return of(Issue.newBuilder(issue).setUpdatedAt(changedAt).build());
        }
        if (value instanceof Comment comment) {
            return of(Comment.newBuilder(comment).setUpdatedAt(changedAt).build());
        }
        return value instanceof PullRequest pull
                ? of(PullRequest.newBuilder(pull).setUpdatedAt(changedAt).build(), subject)
                : this;
    }

    /** Whether GitHub no longer has it. */
    public boolean deleted() {
        SpecificRecord value = value();
        if (value instanceof Issue issue) {
            return issue.getDeleted();
        }
        if (value instanceof Comment comment) {
            return comment.getDeleted();
        }
        if (value instanceof Review review) {
            return review.getDeleted();
        }
        return value instanceof PullRequest pull && pull.getDeleted();
    }

    private static String kind(Comment comment) {
        return comment.getKind() == CommentKind.REVIEW_COMMENT ? "review comment" : "issue comment";
    }
}
