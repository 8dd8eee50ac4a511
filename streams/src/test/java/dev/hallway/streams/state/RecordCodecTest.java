// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallway.github.Account;
import dev.hallway.github.AccountType;
import dev.hallway.health.Evidence;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordCodecTest {

    private static final Instant THEN = Instant.parse("2024-09-02T00:00:00Z");

    @Property
    void shouldReadWhatItWrote(
            @ForAll int count, @ForAll long id, @ForAll boolean flag, @ForAll String text, @ForAll List<String> texts)
            throws IOException {
        // Given
        Codec<Whole> codec = RecordCodec.of(Whole.class);
        Whole row = new Whole(
                count,
                id,
                flag,
                text,
                THEN,
                Evidence.KEYWORD,
                texts,
                List.of(new Part(id, null)),
                new Part(1, text),
                new Account(id, text, AccountType.BOT));

        // When
        byte[] bytes = written(row, codec);

        // Then
        assertThat(read(bytes, codec)).isEqualTo(row);
    }

    @Test
    void shouldKeepAbsentComponentsAbsent() throws IOException {
        // Given
        Codec<Part> codec = RecordCodec.of(Part.class);

        // When
        byte[] bytes = written(new Part(7, null), codec);

        // Then
        assertThat(read(bytes, codec)).isEqualTo(new Part(7, null));
        assertThat(bytes).as("the number, and that the text is absent").hasSize(2);
    }

    @Test
    void shouldRefuseToLeaveOutWhatMayNotBeAbsent() {
        // Given
        Codec<Named> codec = RecordCodec.of(Named.class);

        // When, then
        assertThatThrownBy(() -> written(new Named(missing()), codec)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void shouldWriteAnotherClassByItsOwnCodec() throws IOException {
        // Given
        Codec<WithBits> codec = RecordCodec.of(WithBits.class, BitSet.class, new BitsCodec());
        BitSet bits = BitSet.valueOf(new long[] {5});

        // When
        byte[] bytes = written(new WithBits(bits), codec);

        // Then
        assertThat(read(bytes, codec)).isEqualTo(new WithBits(bits));
    }

    @Test
    void shouldRefuseAComponentThatCannotStandInARow() {
        assertThatThrownBy(() -> RecordCodec.of(WithBits.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A row cannot have a component of type class java.util.BitSet.");
    }

    @Test
    void shouldLetARecordRefuseDamagedComponents() throws IOException {
        // Given
        Codec<Part> unchecked = RecordCodec.of(Part.class);
        Codec<Positive> codec = RecordCodec.of(Positive.class);

        // When, then
        assertThat(read(written(new Part(1, null), unchecked), codec)).isEqualTo(new Positive(1, null));
        assertThatThrownBy(() -> read(written(new Part(-1, null), unchecked), codec))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("-1 is not positive");
    }

    private static <T> byte[] written(T row, Codec<T> codec) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder out = EncoderFactory.get().binaryEncoder(bytes, null);
        codec.write(row, out);
        out.flush();
        return bytes.toByteArray();
    }

    private static <T> T read(byte[] bytes, Codec<T> codec) throws IOException {
        return codec.read(DecoderFactory.get().binaryDecoder(bytes, null));
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"}) // It stands for a mistake that the compiler cannot see.
    private static String missing() {
        return null;
    }

    private record Whole(
            int count,
            long id,
            boolean flag,
            String text,
            Instant time,
            Evidence symbol,
            List<String> texts,
            List<Part> parts,
            Part part,
            Account generated) {}

    private record Part(long number, @Nullable String text) {}

    private record Named(String name) {}

    private record WithBits(BitSet bits) {}

    private record Positive(long number, @Nullable String text) {

        private Positive {
            if (number < 0) {
                throw new IllegalArgumentException(number + " is not positive");
            }
        }
    }

    private static final class BitsCodec implements Codec<BitSet> {

        @Override
        public void write(BitSet bits, Encoder out) throws IOException {
            out.writeBytes(bits.toByteArray());
        }

        @Override
        public BitSet read(Decoder in) throws IOException {
            return BitSet.valueOf(in.readBytes(null));
        }
    }
}
