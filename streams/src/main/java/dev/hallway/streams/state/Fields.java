// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.state;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/** The kinds of field of which rows are made, beside what Avro writes by itself: moments, symbols, lists, absent values. */
public final class Fields {

    private static final int BEFORE_GROWING = 1_000;

    private Fields() {}

    /** Writes a moment as milliseconds since the epoch. */
    public static void writeInstant(Instant moment, Encoder out) throws IOException {
        out.writeLong(moment.toEpochMilli());
    }

    /** Reads a moment. */
    public static Instant readInstant(Decoder in) throws IOException {
        return Instant.ofEpochMilli(in.readLong());
    }

    /** Writes a value or its absence. */
    public static <T> void writeOptional(@Nullable T value, Codec<T> codec, Encoder out) throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
            codec.write(value, out);
        }
    }

    /** Reads a value; null if it was absent. */
    public static <T> @Nullable T readOptional(Codec<T> codec, Decoder in) throws IOException {
        return in.readBoolean() ? codec.read(in) : null;
    }

    /** Writes a list. */
    public static <T> void writeList(List<T> values, Codec<T> codec, Encoder out) throws IOException {
        out.writeInt(values.size());
        for (T value : values) {
            codec.write(value, out);
        }
    }

    /** Reads a list. */
    public static <T> List<T> readList(Codec<T> codec, Decoder in) throws IOException {
        int size = in.readInt();
        // A damaged size is found out by what does not follow, not by running out of memory.
        List<T> values = new ArrayList<>(Math.min(size, BEFORE_GROWING));
        for (int i = 0; i < size; i++) {
            values.add(codec.read(in));
        }
        return List.copyOf(values);
    }

    /** Symbols of an enum, by their place: a change of their order takes a new application id. */
    public static <E extends Enum<E>> Codec<E> symbol(E[] symbols) {
        return new Codec<>() {
            @Override
            public void write(E symbol, Encoder out) throws IOException {
                out.writeInt(symbol.ordinal());
            }

            @Override
            public E read(Decoder in) throws IOException {
                return symbols[in.readInt()];
            }
        };
    }

    /** Texts as fields. */
    public static final Codec<String> TEXT = new Codec<>() {
        @Override
        public void write(String value, Encoder out) throws IOException {
            out.writeString(value);
        }

        @Override
        public String read(Decoder in) throws IOException {
            return in.readString();
        }
    };

    /** Numbers as fields. */
    public static final Codec<Long> NUMBER = new Codec<>() {
        @Override
        public void write(Long value, Encoder out) throws IOException {
            out.writeLong(value);
        }

        @Override
        public Long read(Decoder in) throws IOException {
            return in.readLong();
        }
    };

    /** Moments as fields. */
    public static final Codec<Instant> INSTANT = new Codec<>() {
        @Override
        public void write(Instant value, Encoder out) throws IOException {
            writeInstant(value, out);
        }

        @Override
        public Instant read(Decoder in) throws IOException {
            return readInstant(in);
        }
    };
}
