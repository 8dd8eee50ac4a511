// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.publish;

import java.util.List;

/** Where facts delivered by webhook go, one at a time and from several threads. */
public interface FactSink extends AutoCloseable {

    /** Writes one record; when it returns {@link Write.Durable}, the record outlives any one broker. */
    Write write(OutgoingRecord<?> record);

    /** Prepares to write records of these kinds, and writes none; false if that must be tried again. */
    boolean prepare(List<OutgoingRecord<?>> alike);

    @Override
    void close();
}
