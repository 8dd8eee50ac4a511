// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.publish;

import dev.hallway.contract.Topic;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Commits pages in the background while reading goes on, in the order in which they are given.
 *
 * <p>During one commit the next pages are read; those waiting when it is done are committed together. While GitHub is
 * slower than Kafka, as it usually is, that is one page a commit. The failure of a commit is thrown to whoever gives
 * the next page or waits. Thread-safe.
 */
public final class GroupCommitSink implements PageSink {

    // A page of the longest texts GitHub accepts is some 10 MB.
    private static final int MOST_UNCOMMITTED = 8;
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(5);

    private final PageSink sink;
    private final Thread committer;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Given> waiting = new ArrayDeque<>();
    private long given;
    private long committed;
    private boolean closing;
    private @Nullable Throwable failure;

    private record Given(List<OutgoingRecord<?>> page, Runnable committed) {}

    /** Commits to the given sink, which it closes in the end. */
    public GroupCommitSink(PageSink sink) {
        this.sink = sink;
        this.committer = new Thread(this::commitUntilClosed, "ingest-commit");
        committer.setDaemon(true);
        committer.start();
    }

    @Override
    public SavedState restore() {
        return sink.restore();
    }

    @Override
    public void commit(List<OutgoingRecord<?>> page, Runnable whenCommitted) {
        lock.lock();
        try {
            await(() -> given - committed < MOST_UNCOMMITTED);
            waiting.add(new Given(page, whenCommitted));
            given++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void settle() {
        lock.lock();
        try {
            long mine = given;
            await(() -> committed >= mine);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public <V extends SpecificRecord> void forEachCommitted(
            Topic<String, V> topic, Predicate<String> wanted, Consumer<V> consumer) {
        settle();
        sink.forEachCommitted(topic, wanted, consumer);
    }

    /** Lets the current commit finish; waiting pages are left to the next ingest, which reads them again. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            waiting.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            committer.join(LONGEST_FAREWELL.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        sink.close();
    }

    /** Waits under the lock, which it releases meanwhile. */
    private void await(BooleanSupplier reached) {
        try {
            while (failure == null && !closing && !reached.getAsBoolean()) {
                changed.await();
            }
        } catch (InterruptedException toldToStop) {
            throw new InterruptException(toldToStop);
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException failed) {
            throw failed;
        }
        if (closing) {
            throw new KafkaException("This ingest is closed.");
        }
    }

    private void commitUntilClosed() {
        List<Given> group = next();
        while (!group.isEmpty()) {
            try {
                commit(group);
            } catch (RuntimeException | Error failed) {
                fail(failed);
                return;
            }
            group = next();
        }
    }

    /** Everything that is waiting, once something is; nothing when this is closed. */
    private List<Given> next() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closing) {
                changed.awaitUninterruptibly();
            }
            List<Given> group = List.copyOf(waiting);
            waiting.clear();
            changed.signalAll();
            return group;
        } finally {
            lock.unlock();
        }
    }

    private void commit(List<Given> group) {
        List<OutgoingRecord<?>> records = new ArrayList<>();
        group.forEach(one -> records.addAll(one.page()));
        sink.commit(records, () -> group.forEach(one -> one.committed().run()));
        lock.lock();
        try {
            committed += group.size();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void fail(Throwable failed) {
        lock.lock();
        try {
            failure = failed;
            waiting.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
