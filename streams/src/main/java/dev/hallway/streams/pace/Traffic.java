// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.pace;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many records all tasks of an instance have taken in.
 *
 * <p>They share it because a commit that one task asks for is a commit of all tasks of its thread.
 */
public final class Traffic {

    private final LongAdder taken = new LongAdder();
    private final AtomicLong pending = new AtomicLong();

    void count() {
        taken.increment();
    }

    void pending(int change) {
        pending.addAndGet(change);
    }

    /** Number of tasks of which something is not known to be committed. */
    public long pending() {
        return pending.get();
    }

    long counted() {
        return taken.sum();
    }
}
