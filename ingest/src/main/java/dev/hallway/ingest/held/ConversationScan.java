// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.held;

import dev.hallway.github.Comment;
import dev.hallway.github.Review;
import dev.hallway.ingest.numbers.Fingerprints;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Reads the values of the comments topic or of the reviews topic, in any order, and keeps the latest state of each.
 *
 * <p>Their text is not kept. New ones are held as objects and merged into arrays whenever there are many of them: as
 * objects, the comments of a very large repository would fill the heap.
 */
final class ConversationScan {

    private static final int FEW = 10_000;

    // A share of the size of the arrays, so that longer arrays are not copied more often.
    private static final int SHARE = 16;

    private record Said(long item, long updatedAt, long observedAt, boolean deleted, long content) {

        static Said of(Comment comment) {
            return new Said(
                    comment.getNumber(),
                    comment.getUpdatedAt().toEpochMilli(),
                    comment.getObservedAt().toEpochMilli(),
                    comment.getDeleted(),
                    Fingerprints.contentOf(comment));
        }

        /** GitHub has no time of change for reviews. */
        static Said of(Review review) {
            return new Said(
                    review.getNumber(),
                    0,
                    review.getObservedAt().toEpochMilli(),
                    review.getDeleted(),
                    Fingerprints.contentOf(review));
        }

        static Said later(Said one, Said other) {
            boolean first = one.updatedAt == other.updatedAt
                    ? one.observedAt > other.observedAt
                    : one.updatedAt > other.updatedAt;
            return first ? one : other;
        }
    }

    /** One row for each comment, in the order of their ids; times are those of the epoch, in milliseconds. */
    private static final class Rows {

        final long[] ids;
        final long[] items;
        final long[] updatedAt;
        final long[] observedAt;
        final boolean[] deleted;
        final long[] contents;
        int size;

        Rows(int most) {
            ids = new long[most];
            items = new long[most];
            updatedAt = new long[most];
            observedAt = new long[most];
            deleted = new boolean[most];
            contents = new long[most];
        }

        Said row(int index) {
            return new Said(items[index], updatedAt[index], observedAt[index], deleted[index], contents[index]);
        }

        void add(long id, Said said) {
            ids[size] = id;
            items[size] = said.item;
            updatedAt[size] = said.updatedAt;
            observedAt[size] = said.observedAt;
            deleted[size] = said.deleted;
            contents[size] = said.content;
            size++;
        }
    }

    private final NavigableMap<Long, Said> recent = new TreeMap<>();
    private Rows rows = new Rows(0);

    /** Accepts a value of the comments topic. */
    void accept(Comment comment) {
        accept(comment.getId(), Said.of(comment));
    }

    /** Accepts a value of the reviews topic. */
    void accept(Review review) {
        accept(review.getId(), Said.of(review));
    }

    private void accept(long id, Said said) {
        recent.merge(id, said, Said::later);
        if (recent.size() >= Math.max(FEW, rows.size / SHARE)) {
            merge();
        }
    }

    /** The comments that are not deleted. */
    HeldConversation held() {
        merge();
        int left = left();
        long[] ids = new long[left];
        long[] items = new long[left];
        long[] updatedAt = new long[left];
        long[] observedAt = new long[left];
        long[] contents = new long[left];
        int at = 0;
        for (int row = 0; row < rows.size; row++) {
            if (!rows.deleted[row]) {
                ids[at] = rows.ids[row];
                items[at] = rows.items[row];
                updatedAt[at] = rows.updatedAt[row];
                observedAt[at] = rows.observedAt[row];
                contents[at] = rows.contents[row];
                at++;
            }
        }
        return new HeldConversation(ids, items, updatedAt, observedAt, contents);
    }

    /** How many comments each item has that are not deleted. */
    CommentCounts counts() {
        merge();
        long[] items = new long[left()];
        int at = 0;
        for (int row = 0; row < rows.size; row++) {
            if (!rows.deleted[row]) {
                items[at++] = rows.items[row];
            }
        }
        return CommentCounts.of(items);
    }

    private int left() {
        int left = 0;
        for (int row = 0; row < rows.size; row++) {
            left += rows.deleted[row] ? 0 : 1;
        }
        return left;
    }

    private void merge() {
        Rows earlier = rows;
        Rows merged = new Rows(earlier.size + recent.size());
        int row = 0;
        for (Map.Entry<Long, Said> entry : recent.entrySet()) {
            long id = entry.getKey();
            while (row < earlier.size && earlier.ids[row] < id) {
                merged.add(earlier.ids[row], earlier.row(row));
                row++;
            }
            boolean known = row < earlier.size && earlier.ids[row] == id;
            merged.add(id, known ? Said.later(earlier.row(row), entry.getValue()) : entry.getValue());
            row += known ? 1 : 0;
        }
        while (row < earlier.size) {
            merged.add(earlier.ids[row], earlier.row(row));
            row++;
        }
        rows = merged;
        recent.clear();
    }
}
