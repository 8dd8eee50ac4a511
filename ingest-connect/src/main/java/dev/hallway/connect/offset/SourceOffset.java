// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect.offset;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * A state record as a source offset: its bytes as in Kafka, so that it can be read as long as the topic can.
 *
 * <p>{@code shows} is for people who inspect the connector's offsets; it is never read back.
 */
final class SourceOffset {

    static final String RECORD = "record";
    static final String SHOWS = "shows";

    private SourceOffset() {}

    static Map<String, Object> of(SpecificRecord state, byte[] bytes) {
        return Map.of(RECORD, Base64.getEncoder().encodeToString(bytes), SHOWS, state.toString());
    }

    /** The bytes of the state record; empty if nothing was known. */
    static Optional<byte[]> bytes(SourcePartition partition, Map<String, ?> offset) {
        Object text = offset.get(RECORD);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(text.toString()));
        } catch (IllegalArgumentException notOurs) {
            throw new ConnectException(
                    "The source offset of " + partition.toMap() + " was not written by this connector: reset the"
                            + " connector's offsets, and it reads everything again.",
                    notOurs);
        }
    }
}
