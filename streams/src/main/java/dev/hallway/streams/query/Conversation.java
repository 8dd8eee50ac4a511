// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.query;

import dev.hallway.streams.fact.CommentSnapshot;
import dev.hallway.streams.people.Classification;
import dev.hallway.streams.read.ConversationEntry;
import dev.hallway.streams.read.ConversationEntry.Place;
import dev.hallway.streams.read.CountedContribution;
import dev.hallway.streams.read.EventView.Kind;
import dev.hallway.streams.state.Scan;
import dev.hallway.streams.state.TableReader;
import dev.hallway.streams.state.TableReader.Row;
import dev.hallway.streams.store.CommunityKey.OfComment;
import dev.hallway.streams.store.CommunityKey.OfItem;
import dev.hallway.streams.store.CommunityTables;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Pages over what was written in an item, which does not stand in order of time. */
final class Conversation {

    private static final Comparator<Written> IN_ORDER = Comparator.comparing(Written::place, Place.IN_ORDER);

    private final TableReader tables;
    private final Classification classification;
    private final KnownAccounts accounts;
    private final OfItem item;
    // The comments of a review stand beside each other, so the last one is all that is needed.
    private long latest;
    private @Nullable CommentSnapshot review;

    Conversation(TableReader tables, Classification classification, OfItem item) {
        this.tables = tables;
        this.classification = classification;
        this.item = item;
        accounts = new KnownAccounts(tables, item.repository());
    }

    /** The first of all that stands behind a place. */
    List<ConversationEntry> page(@Nullable Place after, int most) {
        PriorityQueue<Written> first = new PriorityQueue<>(IN_ORDER.reversed());
        try (Scan<OfComment, CommentSnapshot> comments = tables.scan(CommunityTables.COMMENTS, item)) {
            while (comments.hasNext()) {
                Row<OfComment, CommentSnapshot> row = comments.next();
                Instant at = row.value().visibleAt(reviewOf(row.key()));
                if (at != null) {
                    Place place = new Place(
                            at, kind(row.key().kind(), row.value()), row.key().id());
                    if (after == null || Place.IN_ORDER.compare(place, after) > 0) {
                        first.add(new Written(place, row.value()));
                    }
                    if (first.size() > most) {
                        first.poll();
                    }
                }
            }
        }
        return first.stream().sorted(IN_ORDER).map(this::entry).toList();
    }

    private @Nullable CommentSnapshot reviewOf(OfComment comment) {
        if (comment.kind() != CountedContribution.Kind.REVIEW_COMMENT || comment.review() == 0) {
            return null;
        }
        if (comment.review() != latest) {
            latest = comment.review();
            review = tables.get(CommunityTables.COMMENTS, OfComment.review(item.repository(), item.number(), latest));
        }
        return review;
    }

    private static Kind kind(CountedContribution.Kind kind, CommentSnapshot comment) {
        return switch (kind) {
            case ISSUE_COMMENT -> Kind.ISSUE_COMMENT;
            case REVIEW_COMMENT -> Kind.REVIEW_COMMENT;
            case REVIEW -> comment.contributes() ? Kind.REVIEW : Kind.REVIEW_WITHOUT_TEXT;
            case ISSUE_OPENED, PULL_REQUEST_OPENED, PULL_REQUEST_MERGED ->
                throw new IllegalArgumentException(kind + " is nothing that was written in an item.");
        };
    }

    private ConversationEntry entry(Written written) {
        CommentSnapshot comment = written.comment();
        return new ConversationEntry(
                written.place(),
                ParticipantViews.of(classification.participant(
                        accounts.known(comment.author()),
                        item.repository(),
                        comment.association(),
                        written.place().at())));
    }

    private record Written(Place place, CommentSnapshot comment) {}
}
