// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.archive;

import dev.hallway.contract.FactKey;
import dev.hallway.contract.Topics;
import dev.hallway.github.Comment;
import dev.hallway.github.CommentKind;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Review;
import dev.hallway.github.Source;
import dev.hallway.ingest.publish.OutgoingRecord;
import java.util.Objects;

/**
 * A snapshot from an archive, ready to be published.
 *
 * @param kind what it is a snapshot of
 */
record Fact(Kind kind, OutgoingRecord<?> record) {

    /** What facts are about. */
    enum Kind {
        ISSUE("issues"),
        PULL_REQUEST("pull requests"),
        ISSUE_COMMENT("issue comments"),
        REVIEW_COMMENT("review comments"),
        REVIEW("reviews");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** For people, after a number. */
        String words() {
            return words;
        }
    }

    static Fact of(Issue read) {
        Issue issue = Issue.newBuilder(read).setSource(Source.ARCHIVE).build();
        return new Fact(
                Kind.ISSUE,
                new OutgoingRecord<>(Topics.ISSUES, FactKey.of(issue).toString(), issue, issue.getUpdatedAt()));
    }

    static Fact of(PullRequest read) {
        PullRequest pull =
                PullRequest.newBuilder(read).setSource(Source.ARCHIVE).build();
        return new Fact(
                Kind.PULL_REQUEST,
                new OutgoingRecord<>(Topics.PULL_REQUESTS, FactKey.of(pull).toString(), pull, pull.getUpdatedAt()));
    }

    static Fact of(Comment read) {
        Comment comment = Comment.newBuilder(read).setSource(Source.ARCHIVE).build();
        return new Fact(
                comment.getKind() == CommentKind.REVIEW_COMMENT ? Kind.REVIEW_COMMENT : Kind.ISSUE_COMMENT,
                new OutgoingRecord<>(Topics.COMMENTS, FactKey.of(comment).toString(), comment, comment.getUpdatedAt()));
    }

    static Fact of(Review read) {
        Review review = Review.newBuilder(read).setSource(Source.ARCHIVE).build();
        return new Fact(
                Kind.REVIEW,
                new OutgoingRecord<>(
                        Topics.REVIEWS,
                        FactKey.of(review).toString(),
                        review,
                        Objects.requireNonNullElse(review.getSubmittedAt(), review.getObservedAt())));
    }
}
