// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.held;

import dev.hallway.github.Comment;
import dev.hallway.github.Review;
import dev.hallway.ingest.numbers.Fingerprints;
import dev.hallway.ingest.page.Snapshot;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;

/**
 * Which comments of one kind the topic holds, on which items, and what they say; or which reviews.
 *
 * <p>Of what they say only a hash is kept: a comment takes 40 bytes, in arrays ordered by id.
 * {@link ConversationScan} fills them.
 */
public final class HeldConversation {

    private final long[] ids;
    private final long[] items;
    private final long[] updatedAt;
    private final long[] observedAt;
    private final long[] contents;
    private final BitSet gone = new BitSet();

    /**
     * Uses the arrays as they are, one place for each comment.
     *
     * @param ids in ascending order
     * @param updatedAt since the epoch, in milliseconds; 0 for reviews
     * @param observedAt since the epoch, in milliseconds
     * @param contents hashes
     */
    HeldConversation(long[] ids, long[] items, long[] updatedAt, long[] observedAt, long[] contents) {
        this.ids = ids;
        this.items = items;
        this.updatedAt = updatedAt;
        this.observedAt = observedAt;
        this.contents = contents;
    }

    /** They are gone. */
    public void remove(Collection<Long> gone) {
        gone.forEach(id -> this.gone.set(place(id)));
    }

    /** The number of comments on the wanted items. */
    public long count(LongPredicate wanted) {
        return places(0, ids.length, wanted).count();
    }

    /** The comments on an item. */
    public Set<Long> below(long item) {
        return idsOf(places(0, ids.length, number -> number == item));
    }

    /** The comments on the wanted items with an id greater than the first and at most the last. */
    public Set<Long> between(long first, long last, LongPredicate wanted) {
        return idsOf(places(firstAfter(first), firstAfter(last), wanted));
    }

    /** The item of a held comment. */
    public long itemOf(long id) {
        return items[place(id)];
    }

    /**
     * What is to be published of a listed comment or review: nothing if it is held as it is listed. Reviews have no time
     * of change.
     */
    public Optional<Snapshot> news(Snapshot listed) {
        int place = Arrays.binarySearch(ids, listed.id());
        boolean held = place >= 0 && !gone.get(place);
        SpecificRecord value = listed.value();
        if (value instanceof Review review) {
            return held && contents[place] == Fingerprints.contentOf(review) ? Optional.empty() : Optional.of(listed);
        }
        if (!(value instanceof Comment comment)) {
            return Optional.empty();
        }
        return Held.news(listed, held(comment), held ? held(place) : null);
    }

    private static Held held(Comment comment) {
        return new Held(
                comment.getUpdatedAt(), comment.getObservedAt(), comment.getDeleted(), Fingerprints.contentOf(comment));
    }

    private Held held(int place) {
        return new Held(
                Instant.ofEpochMilli(updatedAt[place]),
                Instant.ofEpochMilli(observedAt[place]),
                false,
                contents[place]);
    }

    /** The same by item, if they are reviews. */
    public ReviewIndex index() {
        ReviewIndex index = new ReviewIndex();
        for (int place = 0; place < ids.length; place++) {
            index.add(items[place], ids[place]);
        }
        return index;
    }

    private IntStream places(int from, int to, LongPredicate wanted) {
        return IntStream.range(from, to).filter(place -> !gone.get(place) && wanted.test(items[place]));
    }

    private Set<Long> idsOf(IntStream places) {
        Set<Long> found = new TreeSet<>();
        places.forEach(place -> found.add(ids[place]));
        return found;
    }

    private int firstAfter(long id) {
        int place = Arrays.binarySearch(ids, id);
        return place < 0 ? -place - 1 : place + 1;
    }

    private int place(long id) {
        int place = Arrays.binarySearch(ids, id);
        if (place < 0) {
            throw new IllegalArgumentException("Comment " + id + " is not held.");
        }
        return place;
    }
}
