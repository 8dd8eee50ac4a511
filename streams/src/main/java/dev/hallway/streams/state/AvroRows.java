// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.state;

import dev.hallway.contract.Format;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Records of the contracts as fields of rows, without their schema: state is rebuilt when a schema changes.
 *
 * @param <T> the generated class
 */
public final class AvroRows<T extends SpecificRecord> implements Codec<T> {

    private final DatumWriter<T> writer;
    private final DatumReader<T> reader;

    /** Rows of one generated class. */
    public AvroRows(Class<T> type) {
        // The contract's own schema: asking for it also has Avro trust the class.
        Schema schema = new Format.Avro<>(type).schema();
        writer = new SpecificDatumWriter<>(schema);
        reader = new SpecificDatumReader<>(schema);
    }

    @Override
    public void write(T value, Encoder out) throws IOException {
        writer.write(value, out);
    }

    @Override
    @SuppressWarnings("NullAway") // Avro's interfaces are not annotated; there is nothing to reuse.
    public T read(Decoder in) throws IOException {
        return reader.read(null, in);
    }
}
