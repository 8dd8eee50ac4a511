// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.topology;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of one class as Confluent's serializer does, which is asked once.
 *
 * <p>All rows of a class have the same schema, so all begin with the same five bytes: the magic byte and the schema's id.
 * Confluent's serializer looks the id up for every record, at more than the cost of writing one.
 *
 * @param <V> the generated class
 */
final class RowSerializer<V extends SpecificRecord> implements Serializer<V> {

    private static final int BEFORE_THE_ROW = 5;

    private final Serializer<V> confluent;
    private final DatumWriter<V> writer;
    private final AtomicReference<byte @Nullable []> beginning = new AtomicReference<>();

    RowSerializer(Class<V> type, Serializer<V> confluent) {
        this.confluent = confluent;
        writer = new SpecificDatumWriter<>(type);
    }

    @Override
    @SuppressWarnings("NullAway") // Kafka's interfaces are not annotated; a row may be withdrawn.
    public byte @Nullable [] serialize(String topic, @Nullable V row) {
        if (row == null) {
            return null;
        }
        byte[] known = beginning.get();
        if (known == null) {
            byte[] whole = confluent.serialize(topic, row);
            beginning.set(Arrays.copyOf(whole, BEFORE_THE_ROW));
            return whole;
        }
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
            bytes.write(known);
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            writer.write(row, encoder);
            encoder.flush();
            return bytes.toByteArray();
        } catch (IOException | RuntimeException notWritten) {
            throw new SerializationException("A row of " + topic + " cannot be written.", notWritten);
        }
    }

    @Override
    public void close() {
        confluent.close();
    }
}
