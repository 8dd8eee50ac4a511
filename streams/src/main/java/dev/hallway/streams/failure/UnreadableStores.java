// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.failure;

import dev.hallway.streams.state.UnreadableStoreException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.processor.TaskId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has stores that cannot be read rebuilt from Kafka, whoever meets them: a task of the topology, or a query.
 *
 * <p>Kafka Streams itself deletes and restores the stores of a task that is said to be corrupt.
 */
public final class UnreadableStores {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableStores.class);

    private final Set<Integer> reported = ConcurrentHashMap.newKeySet();

    /** A query could not read the store of a partition. */
    public void report(int partition, UnreadableStoreException met) {
        LOG.debug("A query met a store of partition {} that cannot be read.", partition, met);
        reported.add(partition);
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
            TaskCorruptedException corrupted = new TaskCorruptedException(Set.of(task));
            corrupted.addSuppressed(unreadable);
            throw corrupted;
        }
    }
}
