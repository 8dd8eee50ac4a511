// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.change;

import java.util.OptionalInt;

/** A small set of numbers from 0 to 255, never changed once made. */
record Bits(long first, long second, long third, long fourth) {

    static final int SIZE = 256;
    static final Bits NONE = new Bits(0, 0, 0, 0);

    boolean contains(int number) {
        return (word(number / Long.SIZE) & 1L << number) != 0;
    }

    Bits with(int number) {
        return replace(number / Long.SIZE, word(number / Long.SIZE) | 1L << number);
    }

    Bits without(int number) {
        return replace(number / Long.SIZE, word(number / Long.SIZE) & ~(1L << number));
    }

    boolean isEmpty() {
        return equals(NONE);
    }

    int size() {
        return Long.bitCount(first) + Long.bitCount(second) + Long.bitCount(third) + Long.bitCount(fourth);
    }

    /** The least number that is not below the given one. */
    OptionalInt from(int number) {
        for (int word = number / Long.SIZE; word < 4; word++) {
            long left = word == number / Long.SIZE ? word(word) & -1L << number : word(word);
            if (left != 0) {
                return OptionalInt.of(word * Long.SIZE + Long.numberOfTrailingZeros(left));
            }
        }
        return OptionalInt.empty();
    }

    /** The greatest number that is below the given one. */
    OptionalInt below(int number) {
        for (int word = 3; word >= 0; word--) {
            int above = Math.min(Long.SIZE, number - word * Long.SIZE);
            long left = above <= 0 ? 0 : word(word) & (-1L >>> (Long.SIZE - above));
            if (left != 0) {
                return OptionalInt.of((word + 1) * Long.SIZE - 1 - Long.numberOfLeadingZeros(left));
            }
        }
        return OptionalInt.empty();
    }

    private long word(int word) {
        return switch (word) {
            case 0 -> first;
            case 1 -> second;
            case 2 -> third;
            default -> fourth;
        };
    }

    private Bits replace(int word, long value) {
        return new Bits(
                word == 0 ? value : first,
                word == 1 ? value : second,
                word == 2 ? value : third,
                word == 3 ? value : fourth);
    }
}
