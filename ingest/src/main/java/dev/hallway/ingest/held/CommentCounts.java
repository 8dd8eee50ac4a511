// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.held;

import java.util.Arrays;

/** How many comments the topic holds for each item; kept in arrays until a reconcile ends. */
public final class CommentCounts {

    private final long[] items;
    private final int[] counts;

    private CommentCounts(long[] items, int[] counts) {
        this.items = items;
        this.counts = counts;
    }

    /**
     * Counts how often each item occurs.
     *
     * @param items the item of each comment, in any order; is sorted
     */
    static CommentCounts of(long[] items) {
        Arrays.sort(items);
        long[] different = Arrays.stream(items).distinct().toArray();
        int[] counts = new int[different.length];
        int at = 0;
        for (long item : items) {
            at += different[at] == item ? 0 : 1;
            counts[at]++;
        }
        return new CommentCounts(different, counts);
    }

    /** The number of comments on an item. */
    public long below(long item) {
        int at = Arrays.binarySearch(items, item);
        return at < 0 ? 0 : counts[at];
    }
}
