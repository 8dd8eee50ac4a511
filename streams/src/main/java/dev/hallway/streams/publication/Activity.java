// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.publication;

import java.util.concurrent.atomic.AtomicLong;

/** What all tasks of an instance have still to derive, publish or commit. */
public final class Activity {

    private final AtomicLong unsettledTasks = new AtomicLong();
    private final AtomicLong changes = new AtomicLong();
    private final ThreadLocal<ThreadActivity> ofThread = ThreadLocal.withInitial(ThreadActivity::new);

    /** How busy the calling thread is; its tasks share it, because a commit that one asks for is a commit of all. */
    public ThreadActivity ofThisThread() {
        return ofThread.get();
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
