// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.ItemView;
import dev.hallway.streams.read.ItemView.Response;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/**
 * The open items of humans that wait for a first response, longest first; remembers only as many as are asked for.
 *
 * <p>A closed item waits no longer, even if nobody ever answered it.
 */
public final class FirstReplyQueue {

    private static final Comparator<ItemView> LONGEST_FIRST =
            Comparator.comparing(ItemView::openedAt).thenComparingLong(ItemView::number);

    private final int most;
    private final PriorityQueue<ItemView> longest = new PriorityQueue<>(LONGEST_FIRST.reversed());
    private long total;

    FirstReplyQueue(int most) {
        this.most = most;
    }

    /** The items of a repository that wait now and meet a condition. */
    public static Excerpt<ItemView> of(
            CommunityReader reader, String repository, int most, Predicate<ItemView> condition) {
        FirstReplyQueue queue = new FirstReplyQueue(most);
        reader.forEachItem(repository, item -> {
            if (waitsNow(item) && condition.test(item)) {
                queue.add(item);
            }
        });
        return queue.longestFirst();
    }

    /** True if the item waits for a first response now. */
    public static boolean waitsNow(ItemView item) {
        return waitsAt(Instant.MAX, item);
    }

    /** True if the item waited for a first response at that moment, as far as its opening, closing and replies tell. */
    static boolean waitsAt(Instant moment, ItemView item) {
        Response reply = item.firstResponse();
        return !item.authorIsBot()
                && item.openedAt().isBefore(moment)
                && (item.closedAt() == null || !item.closedAt().isBefore(moment))
                && (reply == null || !reply.at().isBefore(moment));
    }

    void add(ItemView item) {
        total++;
        longest.add(item);
        if (longest.size() > most) {
            longest.poll();
        }
    }

    Excerpt<ItemView> longestFirst() {
        List<ItemView> shown = longest.stream().sorted(LONGEST_FIRST).toList();
        return new Excerpt<>(total, shown);
    }
}
