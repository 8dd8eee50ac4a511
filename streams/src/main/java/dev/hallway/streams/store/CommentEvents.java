// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.store;

import dev.hallway.streams.fact.CommentSnapshot;
import dev.hallway.streams.store.CommunityKey.OfComment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a comment or review is in the week in which it became visible: pure. */
public final class CommentEvents {

    private CommentEvents() {}

    /**
     * What everybody can see of it.
     *
     * @param review the review that a review comment came with; null if there is none or it is not known
     * @return null if nobody can see it
     */
    public static @Nullable Seen of(OfComment key, CommentSnapshot comment, @Nullable CommentSnapshot review) {
        Instant at = comment.visibleAt(review);
        if (at == null) {
            return null;
        }
        WeekEvent.Kind kind =
                comment.contributes() ? WeekEvent.Kind.of(key.kind()) : WeekEvent.Kind.REVIEW_WITHOUT_TEXT;
        return new Seen(kind, WeekEvent.contribution(comment.author(), comment.association(), at));
    }

    /**
     * A comment or review that everybody can see.
     *
     * @param kind what it counts as
     * @param event who wrote it, and since when it is seen
     */
    public record Seen(WeekEvent.Kind kind, WeekEvent event) {}
}
