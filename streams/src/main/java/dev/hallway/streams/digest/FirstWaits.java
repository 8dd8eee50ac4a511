// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** The first of any number of waits in some order, how many there are, and the one that has gone on longest. */
final class FirstWaits {

    private static final Comparator<Wait> LONGEST_FIRST = Comparator.comparing(Wait::since)
            .thenComparingLong(wait -> wait.item().number());

    private final int most;
    private final Comparator<Wait> order;
    private final PriorityQueue<Wait> first;
    private Optional<Wait> longest = Optional.empty();
    private long total;

    private FirstWaits(int most, Comparator<Wait> order) {
        this.most = most;
        this.order = order;
        first = new PriorityQueue<>(order.reversed());
    }

    /** The longest waits, longest first. */
    static FirstWaits longest(int most) {
        return new FirstWaits(most, LONGEST_FIRST);
    }

    /** The waits that began last, the latest first. */
    static FirstWaits newest(int most) {
        return new FirstWaits(most, LONGEST_FIRST.reversed());
    }

    void add(Wait wait) {
        total++;
        longest =
                longest.filter(known -> LONGEST_FIRST.compare(known, wait) <= 0).or(() -> Optional.of(wait));
        first.add(wait);
        if (first.size() > most) {
            first.poll();
        }
    }

    Excerpt<Wait> excerpt() {
        return new Excerpt<>(total, inOrder());
    }

    List<Wait> inOrder() {
        return first.stream().sorted(order).toList();
    }

    Optional<Wait> longestOfAll() {
        return longest;
    }

    long total() {
        return total;
    }
}
