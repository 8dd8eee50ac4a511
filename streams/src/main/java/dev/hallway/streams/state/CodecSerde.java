// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/** The serde of an internal topic whose values a {@link Codec} writes. */
public final class CodecSerde {

    private CodecSerde() {}

    /** A serde for one type of value. */
    public static <T> Serde<T> of(Codec<T> codec) {
        Serializer<T> serializer = (topic, value) -> {
            try {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
                BinaryEncoder out = EncoderFactory.get().directBinaryEncoder(bytes, null);
                codec.write(value, out);
                out.flush();
                return bytes.toByteArray();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        };
        Deserializer<T> deserializer = (topic, bytes) -> {
            try {
                return codec.read(DecoderFactory.get().binaryDecoder(bytes, null));
            } catch (IOException damaged) {
                throw new UncheckedIOException("A record of " + topic + " cannot be read.", damaged);
            }
        };
        return Serdes.serdeFrom(serializer, deserializer);
    }
}
