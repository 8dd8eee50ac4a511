// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.publication;

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

    /** Notes that a task received a record. */
    public void receive() {
        received.increment();
    }

    long received() {
        return received.sum();
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
