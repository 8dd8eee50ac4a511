// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.operations;

import dev.hallway.streams.change.ChangeKind;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * What a task has not finished: its thread writes, others read.
 *
 * <p>Kafka Streams commits all tasks of a thread together and counts the commits: once the count has risen, all that was
 * done before is committed. What came between a commit and the next look passes for as old as that look.
 */
public final class TaskBacklog implements AutoCloseable {

    static final long NEVER = Long.MAX_VALUE;

    private static final ChangeKind[] KINDS = ChangeKind.values();

    private final Consumer<TaskBacklog> whenClosed;
    private final AtomicLongArray changes = new AtomicLongArray(KINDS.length);
    private volatile long uncommittedSince = NEVER;
    private double commits;

    TaskBacklog(Consumer<TaskBacklog> whenClosed) {
        this.whenClosed = whenClosed;
    }

    /**
     * The task looks what there is to do; only its thread calls this.
     *
     * @param now wall-clock time in milliseconds since the epoch
     * @param commitsOfThread how often its thread has committed
     * @param didAnything whether anything was taken in or published since the last look
     * @param unpublished how many changes of a kind are still to be derived
     */
    public void looked(long now, double commitsOfThread, boolean didAnything, ToLongFunction<ChangeKind> unpublished) {
        for (ChangeKind kind : KINDS) {
            changes.lazySet(kind.ordinal(), unpublished.applyAsLong(kind));
        }
        long since = commitsOfThread > commits ? NEVER : uncommittedSince;
        commits = commitsOfThread;
        uncommittedSince = didAnything ? Math.min(since, now) : since;
    }

    long changes(ChangeKind kind) {
        return changes.get(kind.ordinal());
    }

    /** In milliseconds since the epoch. */
    long uncommittedSince() {
        return uncommittedSince;
    }

    /** The task ends; whoever takes its place does again what it did not commit. */
    @Override
    public void close() {
        whenClosed.accept(this);
    }
}
