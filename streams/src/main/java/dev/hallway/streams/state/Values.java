// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** The serdes of values written by a {@link Codec}. */
public final class Values {

    private Values() {}

    /** A serde for one type of value; null stays null. */
    public static <T> Serde<T> serde(Codec<T> codec) {
        return Serdes.serdeFrom(new CodecSerializer<>(codec), new CodecDeserializer<>(codec));
    }

    private record CodecSerializer<T>(Codec<T> codec) implements Serializer<T> {

        @Override
        @SuppressWarnings("NullAway") // Kafka's serializers pass null through; its interfaces are not annotated.
        public byte @Nullable [] serialize(String topic, @Nullable T value) {
            if (value == null) {
                return null;
            }
            try {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
                BinaryEncoder out = EncoderFactory.get().directBinaryEncoder(bytes, null);
                codec.write(value, out);
                out.flush();
                return bytes.toByteArray();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    private record CodecDeserializer<T>(Codec<T> codec) implements Deserializer<T> {

        @Override
        @SuppressWarnings("NullAway") // As above.
        public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
            if (bytes == null) {
                return null;
            }
            try {
                BinaryDecoder in = DecoderFactory.get().binaryDecoder(bytes, null);
                return codec.read(in);
            } catch (IOException damaged) {
                throw new UncheckedIOException(
                        "A value of " + topic + " cannot be read: reset the application.", damaged);
            }
        }
    }
}
