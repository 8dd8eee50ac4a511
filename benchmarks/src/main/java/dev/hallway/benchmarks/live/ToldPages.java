// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.live;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.LongStream;

/** Which page was told of which change, and when. Safe for several threads. */
final class ToldPages {

    private final int pages;
    private final Map<String, Change> changes = new ConcurrentHashMap<>();

    ToldPages(int pages) {
        this.pages = pages;
    }

    /** Now a change is caused of which this line will tell. */
    void caused(String line) {
        changes.put(line, new Change(pages));
    }

    /** A page has been told something. */
    void told(int page, String line) {
        Change change = changes.get(line);
        if (change != null) {
            change.toldAt.compareAndSet(page, 0, System.nanoTime());
        }
    }

    /** A reader of committed records has the row of which this line tells. */
    void committed(String line) {
        Change change = changes.get(line);
        if (change != null && change.committedAt == 0) {
            change.committedAt = System.nanoTime();
        }
    }

    /** How many pages have not been told of something that was caused, all changes together. */
    long missing() {
        return changes.values().stream()
                .flatMapToLong(Change::told)
                .filter(at -> at == 0)
                .count();
    }

    long caused() {
        return changes.size();
    }

    List<Long> nanosFromEvent() {
        return changes.values().stream()
                .flatMap(change -> change.told().mapToObj(at -> at - change.causedAt))
                .toList();
    }

    List<Long> nanosFromRow() {
        return changes.values().stream()
                .flatMap(change -> change.told().mapToObj(at -> at - change.committedAt))
                .toList();
    }

    private static final class Change {

        private final long causedAt = System.nanoTime();
        private final AtomicLongArray toldAt;
        private volatile long committedAt;

        Change(int pages) {
            toldAt = new AtomicLongArray(pages);
        }

        LongStream told() {
            return LongStream.range(0, toldAt.length()).map(page -> toldAt.get((int) page));
        }
    }
}
