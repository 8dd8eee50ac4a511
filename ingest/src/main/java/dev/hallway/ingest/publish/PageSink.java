// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.publish;

import dev.hallway.contract.Topic;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;

/** Where pages go: all of a page, its cursors included, or nothing of it. */
public interface PageSink extends AutoCloseable {

    /** Reads what earlier runs committed; called once, before the first commit. */
    SavedState restore();

    /**
     * Commits facts and cursors together, after everything that was given before; may return before that.
     *
     * @param committed run when it is committed, on whatever thread
     * @throws SupersededException if a later ingest of the same name has taken over
     * @throws org.apache.kafka.common.KafkaException if this page or one before was not committed or that cannot be known;
     *     the sink is of no use any more
     */
    void commit(List<OutgoingRecord<?>> page, Runnable committed);

    /**
     * Returns when everything that was given until now is committed.
     *
     * @throws org.apache.kafka.common.KafkaException as {@link #commit}
     */
    default void settle() {}

    /**
     * Shows the committed values of the wanted keys, those of one key in the order of their commits. Reads the topic from
     * its beginning: for questions that are rare. A sink that cannot read back shows nothing.
     */
    default <V extends SpecificRecord> void forEachCommitted(
            Topic<String, V> topic, Predicate<String> wanted, Consumer<V> consumer) {}

    @Override
    void close();
}
