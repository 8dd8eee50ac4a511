// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemKeyTest {

    /** Keys of every shape GitHub allows, the same in every run. */
    static Stream<ItemKey> keys() {
        Random random = new Random(20_200_212);
        return IntStream.range(0, 500)
                .mapToObj(i -> new ItemKey(
                        name(random, "-") + "/" + name(random, "-._"),
                        1 + (random.nextLong() >>> 1 >>> random.nextInt(63)) % (Long.MAX_VALUE - 1)));
    }

    private static String name(Random random, String marks) {
        String letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" + marks;
        return random.ints(1 + random.nextInt(39), 0, letters.length())
                .mapToObj(i -> letters.substring(i, i + 1))
                .reduce("", String::concat);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void shouldReadBackWhatItWrites(ItemKey key) {
        // When
        ItemKey read = ItemKey.parse(key.toString());

        // Then
        assertThat(read).isEqualTo(key);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void shouldBeTheSameForEveryCase(ItemKey key) {
        // Given
        List<String> spellings = List.of(key.repository(), key.repository().toUpperCase(Locale.ROOT));

        // When
        List<ItemKey> keys = spellings.stream()
                .map(spelling -> new ItemKey(spelling, key.number()))
                .toList();

        // Then
        assertThat(keys).containsOnly(key);
    }

    @ParameterizedTest
    @CsvSource({
        "dapr/dapr,1034,dapr/dapr#1034",
        "INRIA/Iso,7,inria/iso#7",
        "a/b,9223372036854775807,a/b#9223372036854775807"
    })
    void shouldWriteOwnerRepoAndNumberInLowerCase(String repository, long number, String expected) {
        // When
        String key = new ItemKey(repository, number).toString();

        // Then
        assertThat(key).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#",
                "a/b",
                "a/b#",
                "a/b#x",
                "a/b#0",
                "a/b#-1",
                "a/b#+1",
                "a/b#01",
                "a/b#1 ",
                "a/b# 1",
                "a/b#1.0",
                "a/b#٣",
                "a/b#9223372036854775808",
                "ab#1",
                "/b#1",
                "a/#1",
                "/#1",
                "a/b/c#1",
                "a/b#c#1",
                "#1"
            })
    void shouldRefuseWhatIsNoKey(String text) {
        // When
        var refusal = assertThatThrownBy(() -> ItemKey.parse(text));

        // Then
        refusal.isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("Not a");
    }
}
