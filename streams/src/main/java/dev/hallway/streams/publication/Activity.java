// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.publication;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * How busy an instance is: shared by all its tasks, because a commit that one asks for is a commit of all tasks of its
 * thread.
 */
public final class Activity {

    private final LongAdder received = new LongAdder();
    private final AtomicLong unsettledTasks = new AtomicLong();
    private final AtomicLong changes = new AtomicLong();
    private final Map<Long, Long> commits = new ConcurrentHashMap<>();
    private final Map<Long, Long> publicationRestsUntil = new ConcurrentHashMap<>();

    /** Notes that a task received a record. */
    public void receive() {
        received.increment();
    }

    long received() {
        return received.sum();
    }

    /**
     * Whether a task may ask for a commit: the last one of its thread must lie so far back.
     *
     * @param now wall-clock time in milliseconds since the epoch
     */
    boolean mayCommit(long now, long millis) {
        long thread = Thread.currentThread().getId();
        boolean may = now - commits.getOrDefault(thread, Long.MIN_VALUE / 2) >= millis;
        if (may) {
            commits.put(thread, now);
        }
        return may;
    }

    /**
     * Whether a task may publish while records stream in: its thread takes as much time for records as for figures.
     *
     * @param now wall-clock time in milliseconds since the epoch
     */
    boolean mayPublish(long now) {
        return now >= publicationRestsUntil.getOrDefault(Thread.currentThread().getId(), Long.MIN_VALUE);
    }

    /** A task of this thread has published from then on for so long. */
    void published(long began, long millis) {
        publicationRestsUntil.put(Thread.currentThread().getId(), began + 2 * millis);
    }

    void unsettled(int change) {
        unsettledTasks.addAndGet(change);
    }

    void changes(long difference) {
        changes.addAndGet(difference);
    }

    /** Number of changes that are still to be derived, and of tasks of which something is not known to be committed. */
    public long unsettled() {
        return changes.get() + unsettledTasks.get();
    }
}
