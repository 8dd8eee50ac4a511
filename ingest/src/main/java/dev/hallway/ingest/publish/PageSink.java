// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.publish;

import dev.hallway.contract.Topic;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;

/** Where pages go: a whole page, its cursors included, or nothing of it. */
public interface PageSink extends AutoCloseable {

    /** Reads what earlier runs committed; called once, before the first commit. */
    SavedState restore();

    /**
     * Commits facts and cursors together, after everything that was given before; may return before that.
     *
     * @param committed runs once it is committed, on any thread
     * @throws SupersededException if a later ingest with the same id has taken over
     * @throws org.apache.kafka.common.KafkaException if this page or an earlier one was not committed or that cannot be
     *     known; the sink cannot be used any more
     */
    void commit(List<OutgoingRecord<?>> page, Runnable committed);

    /**
     * Returns when everything that was given until now is committed.
     *
     * @throws org.apache.kafka.common.KafkaException as {@link #commit}
     */
    default void settle() {}

    /**
     * Passes on the committed values of the wanted keys, those of one key in the order of their commits. Reads the
     * topic from its beginning, so it is for rare questions. A sink that cannot read back passes on nothing.
     */
    default <V extends SpecificRecord> void forEachCommitted(
            Topic<String, V> topic, Predicate<String> wanted, Consumer<V> consumer) {}

    @Override
    void close();
}
