// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.publish;

/** Where single facts go that nobody asked for, one at a time and from several threads. */
public interface FactSink extends AutoCloseable {

    /** Writes one record; when it returns {@link Write.Durable}, the record outlives any one broker. */
    Write write(OutgoingRecord<?> record);

    @Override
    void close();
}
