// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.state;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/** The kinds of field of which rows are made. */
public final class Fields {

    /** Numbers as fields. */
    public static final Codec<Long> NUMBER = of((value, out) -> out.writeLong(value), Decoder::readLong);

    /** Flags as fields. */
    public static final Codec<Boolean> FLAG = of((value, out) -> out.writeBoolean(value), Decoder::readBoolean);

    static final Codec<Integer> INT = of((value, out) -> out.writeInt(value), Decoder::readInt);

    static final Codec<String> TEXT = of((value, out) -> out.writeString(value), Decoder::readString);

    /** Moments as milliseconds since the epoch. */
    static final Codec<Instant> INSTANT =
            of((value, out) -> out.writeLong(value.toEpochMilli()), in -> Instant.ofEpochMilli(in.readLong()));

    private static final int BEFORE_GROWING = 1_000;

    private Fields() {}

    /** Writes a value or its absence. */
    static <T> void writeOptional(@Nullable T value, Codec<T> codec, Encoder out) throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
            codec.write(value, out);
        }
    }

    /** Reads a value; null if it was absent. */
    static <T> @Nullable T readOptional(Codec<T> codec, Decoder in) throws IOException {
        return in.readBoolean() ? codec.read(in) : null;
    }

    static <T> Codec<List<T>> list(Codec<T> codec) {
        return of((values, out) -> writeList(values, codec, out), in -> readList(codec, in));
    }

    /** Symbols of an enum, by their place: a change of their order takes a new application id. */
    static <E extends Enum<?>> Codec<E> symbol(E[] symbols) {
        return of((symbol, out) -> out.writeInt(symbol.ordinal()), in -> symbols[in.readInt()]);
    }

    private static <T> void writeList(List<T> values, Codec<T> codec, Encoder out) throws IOException {
        out.writeInt(values.size());
        for (T value : values) {
            codec.write(value, out);
        }
    }

    private static <T> List<T> readList(Codec<T> codec, Decoder in) throws IOException {
        int size = in.readInt();
        // A damaged size is found out by what does not follow, not by running out of memory.
        List<T> values = new ArrayList<>(Math.min(size, BEFORE_GROWING));
        for (int i = 0; i < size; i++) {
            values.add(codec.read(in));
        }
        return List.copyOf(values);
    }

    private static <T> Codec<T> of(Writer<T> writer, Reader<T> reader) {
        return new Codec<>() {
            @Override
            public void write(T value, Encoder out) throws IOException {
                writer.write(value, out);
            }

            @Override
            public T read(Decoder in) throws IOException {
                return reader.read(in);
            }
        };
    }

    @FunctionalInterface
    private interface Writer<T> {

        void write(T value, Encoder out) throws IOException;
    }

    @FunctionalInterface
    private interface Reader<T> {

        T read(Decoder in) throws IOException;
    }
}
