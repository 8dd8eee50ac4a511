// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class NumberSetTest {

    @Property
    void shouldHoldWhatWasAddedAndNotRemoved(
            @ForAll Set<@LongRange(min = 1, max = NumberSet.LARGEST) Long> added,
            @ForAll Set<@LongRange(min = 1, max = NumberSet.LARGEST) Long> removed) {
        // Given
        NumberSet numbers = NumberSet.empty();
        added.forEach(numbers::add);

        // When
        removed.forEach(numbers::remove);

        // Then
        TreeSet<Long> expected = new TreeSet<>(added);
        expected.removeAll(removed);
        assertThat(numbers.stream().boxed()).containsExactlyElementsOf(expected);
        assertThat(NumberSet.of(numbers.toBytes()).stream().boxed()).containsExactlyElementsOf(expected);
    }

    @Test
    void shouldBeEmptyWhereNothingWasEverWritten() {
        // Given
        ByteBuffer bytes = NumberSet.empty().toBytes();

        // When
        NumberSet numbers = NumberSet.of(bytes);

        // Then
        assertThat(bytes.remaining()).isZero();
        assertThat(numbers.size()).isZero();
        assertThat(numbers.highest()).isZero();
    }

    @Test
    void shouldLeaveOutWhatIsNoNumber() {
        // Given
        NumberSet numbers = NumberSet.empty();

        // When
        long changes = LongStream.of(0, -1, NumberSet.LARGEST + 1L)
                .filter(numbers::add)
                .count();

        // Then
        assertThat(changes).isZero();
        assertThat(numbers.size()).isZero();
    }
}
