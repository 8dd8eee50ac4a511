// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.failure;

import dev.hallway.streams.state.UnreadableStoreException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.processor.TaskId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has stores that cannot be read rebuilt from Kafka, whoever meets them: a task of the topology, or a query.
 *
 * <p>The task's thread ends, its transaction is undone, and with exactly-once processing Kafka Streams deletes the stores
 * of a task that ends so; the thread that takes its place restores them. Saying that the task is corrupt would not do:
 * Kafka Streams 4.3.1 then commits what other tasks of the thread have done, and with it half of what this one has.
 */
public final class UnreadableStores {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableStores.class);

    private final Set<Integer> reported = ConcurrentHashMap.newKeySet();

    /** A query could not read the store of a partition. */
    public void report(int partition, UnreadableStoreException met) {
        LOG.debug("A query met a store of partition {} that cannot be read.", partition, met);
        reported.add(partition);
    }

    /** The task of a partition ends, and its stores are deleted or go elsewhere. */
    public void forget(int partition) {
        reported.remove(partition);
    }

    /** True if a thread ended because it could not read a store: another one is to take its place. */
    public static boolean caused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableStoreException) {
                return true;
            }
        }
        return false;
    }

    /** Does some work of a task; if its stores turn out to be unreadable, they are rebuilt. */
    public void guard(TaskId task, Runnable work) {
        try {
            if (reported.remove(task.partition())) {
                throw new UnreadableStoreException("A query met what cannot be read", null);
            }
            work.run();
        } catch (UnreadableStoreException unreadable) {
            LOG.warn(
                    "The stores of partition {} cannot be read ({}); they are being rebuilt from Kafka.",
                    task.partition(),
                    unreadable.getMessage());
            throw unreadable;
        }
    }
}
