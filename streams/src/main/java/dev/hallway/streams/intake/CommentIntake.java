// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.intake;

import dev.hallway.contract.ItemKey;
import dev.hallway.github.Comment;
import dev.hallway.github.Review;
import dev.hallway.streams.community.Community;
import dev.hallway.streams.community.WeekEvents;
import dev.hallway.streams.fact.Actor;
import dev.hallway.streams.fact.CommentSnapshot;
import dev.hallway.streams.fact.Interpretation;
import dev.hallway.streams.read.CountedContribution;
import dev.hallway.streams.state.Scan;
import dev.hallway.streams.state.TableReader.Row;
import dev.hallway.streams.store.CommentEvents;
import dev.hallway.streams.store.CommunityKey.OfComment;
import dev.hallway.streams.store.CommunityTables;
import dev.hallway.streams.store.WeekEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes down comments and reviews, and since when they are seen. */
public final class CommentIntake {

    private final Community community;
    private final WeekEvents events;

    public CommentIntake(Community community) {
        this.community = community;
        events = new WeekEvents(community);
    }

    public void record(ItemKey item, Comment comment) {
        CountedContribution.Kind kind = Interpretation.kind(comment);
        boolean ofReview = kind == CountedContribution.Kind.REVIEW_COMMENT && comment.getReviewId() != null;
        long review = ofReview ? comment.getReviewId() : 0;
        record(
                new OfComment(item.repository(), item.number(), kind, review, comment.getId()),
                Interpretation.comment(comment),
                Actor.of(comment.getAuthor(), comment.getObservedAt()));
    }

    public void record(ItemKey item, Review review) {
        record(
                OfComment.review(item.repository(), item.number(), review.getId()),
                Interpretation.comment(review),
                Actor.of(review.getAuthor(), review.getObservedAt()));
    }

    private void record(OfComment key, CommentSnapshot arrived, Actor author) {
        // What is told of something deleted is what was last known of it, and old.
        if (arrived.status() != CommentSnapshot.Status.DELETED) {
            community.accounts().see(key.repository(), author);
        }
        CommentSnapshot known = community.tables().get(CommunityTables.COMMENTS, key);
        if (known != null && arrived.version().isNotLaterThan(known.version())) {
            return;
        }
        community.tables().put(CommunityTables.COMMENTS, key, arrived);
        CommentSnapshot review = key.review() == 0
                ? null
                : community
                        .tables()
                        .get(CommunityTables.COMMENTS, OfComment.review(key.repository(), key.number(), key.review()));
        replace(
                key,
                known == null ? null : CommentEvents.of(key, known, review),
                CommentEvents.of(key, arrived, review));
        if (key.kind() == CountedContribution.Kind.REVIEW && !arrived.showsItsCommentsAs(known)) {
            for (Row<OfComment, CommentSnapshot> comment : commentsOf(key)) {
                replace(
                        comment.key(),
                        CommentEvents.of(comment.key(), comment.value(), known),
                        CommentEvents.of(comment.key(), comment.value(), arrived));
            }
        }
    }

    private List<Row<OfComment, CommentSnapshot>> commentsOf(OfComment review) {
        OfComment.OfReview beginning = new OfComment.OfReview(
                review.repository(), review.number(), CountedContribution.Kind.REVIEW_COMMENT, review.id());
        List<Row<OfComment, CommentSnapshot>> comments = new ArrayList<>();
        try (Scan<OfComment, CommentSnapshot> scan = community.tables().scan(CommunityTables.COMMENTS, beginning)) {
            scan.forEach(comments::add);
        }
        return comments;
    }

    private void replace(OfComment key, CommentEvents.@Nullable Seen before, CommentEvents.@Nullable Seen after) {
        if (Objects.equals(before, after)) {
            return;
        }
        community.conversationChanged(key.repository(), key.number());
        if (before != null && after != null && before.kind() == after.kind()) {
            events.replace(key.repository(), key.number(), after.kind(), key.id(), before.event(), after.event());
            return;
        }
        if (before != null) {
            events.replace(key.repository(), key.number(), before.kind(), key.id(), before.event(), null);
        }
        if (after != null) {
            WeekEvent.Kind kind = after.kind();
            events.replace(key.repository(), key.number(), kind, key.id(), null, after.event());
        }
    }
}
