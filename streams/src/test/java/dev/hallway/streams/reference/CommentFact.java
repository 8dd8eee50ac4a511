// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import dev.hallway.contract.FactKey;
import dev.hallway.github.Comment;
import dev.hallway.github.CommentKind;
import dev.hallway.github.Source;
import dev.hallway.github.SubjectKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Builds snapshots of a comment. */
public final class CommentFact extends Fact<CommentFact, Comment> {

    private final CommentKind kind;
    private final long id;
    private SubjectKind subject;
    private @Nullable Long reviewId;
    private String body = "A comment.";
    private boolean timeKnown = true;

    CommentFact(CommentKind kind, String repository, long number, long id) {
        super(repository, number);
        this.kind = kind;
        this.id = id;
        this.subject = kind == CommentKind.REVIEW_COMMENT ? SubjectKind.PULL_REQUEST : SubjectKind.ISSUE;
    }

    /** It stands on a pull request. */
    public CommentFact onPullRequest() {
        subject = SubjectKind.PULL_REQUEST;
        return this;
    }

    /** The review it came with; null if none is told. */
    public CommentFact of(@Nullable Long review) {
        reviewId = review;
        return this;
    }

    public CommentFact body(String text) {
        body = text;
        return this;
    }

    /** Deleted, and known from the deletion alone: nobody says when it was written. */
    public CommentFact deletedWithoutTrace() {
        timeKnown = false;
        return deleted();
    }

    @Override
    public Comment build() {
        @Nullable Instant created = timeKnown ? time : null;
        return Comment.newBuilder()
                .setRepository(repository)
                .setNumber(number)
                .setId(id)
                .setKind(kind)
                .setSubject(subject)
                .setReviewId(reviewId)
                .setAuthor(author)
                .setAuthorAssociation(association)
                .setBody(body)
                .setCreatedAt(created)
                .setUpdatedAt(updated())
                .setSource(Source.REST)
                .setDeleted(deleted)
                .setObservedAt(observed())
                .build();
    }

    @Override
    CommentFact self() {
        return this;
    }

    @Override
    FactKey key(Comment snapshot) {
        return FactKey.of(snapshot);
    }
}
