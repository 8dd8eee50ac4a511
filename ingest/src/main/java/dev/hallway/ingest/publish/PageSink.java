// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.publish;

import java.util.List;

/** Where pages go: all of a page, its cursors included, or nothing of it. */
public interface PageSink extends AutoCloseable {

    /** Reads what earlier runs committed; called once, before the first commit. */
    SavedState restore();

    /**
     * The issues and pull requests of a repository as they were last committed; empty if this sink cannot read them back.
     *
     * @param repository canonical name, in any case
     */
    default List<OutgoingRecord<?>> items(String repository) {
        return List.of();
    }

    /**
     * Commits facts and cursors together.
     *
     * @throws org.apache.kafka.common.KafkaException if nothing of it was committed or that cannot be known; the sink is
     *     of no use any more
     */
    void commit(List<OutgoingRecord<?>> page);

    @Override
    void close();
}
