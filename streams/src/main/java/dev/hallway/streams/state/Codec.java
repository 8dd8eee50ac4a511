// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.state;

import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;

/**
 * Writes a value of a store or internal topic as bytes, and reads it back.
 *
 * <p>The primitives are Avro's binary ones. A change of layout takes a new application id: state is always rebuilt from
 * the input topics, never migrated.
 *
 * @param <T> type of the value
 */
public interface Codec<T> {

    /** Writes the fields in order. */
    void write(T value, Encoder out) throws IOException;

    /** Reads the fields in the same order. */
    T read(Decoder in) throws IOException;
}
