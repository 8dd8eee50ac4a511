// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.streams.state.Codec;
import dev.hallway.streams.week.IsoWeek;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

class WeekSetTest {

    private static final int LAST =
            IsoWeek.of(Instant.parse("2199-12-31T23:59:59Z")).ordinal();

    @Test
    void shouldTakeNoMoreThanSixteenHundredBytesForEveryWeekThatThereCanBe() throws IOException {
        // Given
        WeekSet weeks = WeekSet.EMPTY;
        for (int week = 0; week <= LAST; week++) {
            weeks = weeks.with(new IsoWeek(week));
        }

        // When
        byte[] written = written(weeks, WeekSet.CODEC);

        // Then
        assertThat(written).hasSizeBetween(1_400, 1_600);
        assertThat(read(written)).isEqualTo(weeks);
    }

    @Property(tries = 200)
    void shouldBeASet(
            @ForAll @Size(max = 8) Set<@IntRange(max = 12_002) Integer> some,
            @ForAll @Size(max = 8) Set<@IntRange(max = 12_002) Integer> others)
            throws IOException {
        // Given
        WeekSet both = of(some).union(of(others));
        Set<Integer> expected = new HashSet<>(some);
        expected.addAll(others);

        // When
        WeekSet kept = read(written(both, WeekSet.CODEC));

        // Then
        assertThat(kept.all())
                .map(IsoWeek::ordinal)
                .containsExactlyElementsOf(expected.stream().sorted().toList());
        assertThat(kept).isEqualTo(of(expected));
        assertThat(kept.first().map(IsoWeek::ordinal))
                .isEqualTo(expected.stream().min(Integer::compare));
        some.forEach(week -> {
            IsoWeek taken = new IsoWeek(week);
            WeekSet rest = kept.without(taken);
            assertThat(rest.contains(taken)).isFalse();
            assertThat(rest.with(taken)).isEqualTo(kept);
            assertThat(kept.from(taken)).contains(taken);
            assertThat(kept.startsWith(taken))
                    .isEqualTo(kept.first().orElseThrow().equals(taken));
        });
    }

    private static WeekSet of(Set<Integer> ordinals) {
        WeekSet weeks = WeekSet.EMPTY;
        for (int ordinal : ordinals) {
            weeks = weeks.with(new IsoWeek(ordinal));
        }
        return weeks;
    }

    private static <V> byte[] written(V value, Codec<V> codec) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        codec.write(value, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private static WeekSet read(byte[] written) throws IOException {
        return WeekSet.CODEC.read(DecoderFactory.get().binaryDecoder(written, null));
    }
}
