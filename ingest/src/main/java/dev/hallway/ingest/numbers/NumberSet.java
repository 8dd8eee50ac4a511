// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.numbers;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.stream.LongStream;

/** A mutable set of numbers of one repository, with one bit for each. */
public final class NumberSet {

    /** Larger numbers are left out: a cursor is one record, and no repository comes near this limit. */
    static final int LARGEST = 1_000_000;

    private final BitSet bits;

    private NumberSet(BitSet bits) {
        this.bits = bits;
    }

    /** An empty set. */
    public static NumberSet empty() {
        return new NumberSet(new BitSet());
    }

    /** The set encoded by the bytes. */
    public static NumberSet of(ByteBuffer bytes) {
        return new NumberSet(BitSet.valueOf(bytes));
    }

    /** The set as bytes. */
    public ByteBuffer toBytes() {
        return ByteBuffer.wrap(bits.toByteArray());
    }

    /** Whether the number is in it. */
    public boolean contains(long number) {
        return isKept(number) && bits.get((int) number);
    }

    /** Adds a number; returns whether that changed anything. */
    public boolean add(long number) {
        boolean changed = isKept(number) && !bits.get((int) number);
        if (changed) {
            bits.set((int) number);
        }
        return changed;
    }

    /** Removes a number; returns whether that changed anything. */
    public boolean remove(long number) {
        boolean changed = contains(number);
        if (changed) {
            bits.clear((int) number);
        }
        return changed;
    }

    /** The union of this set and others. */
    NumberSet union(NumberSet... others) {
        BitSet all = (BitSet) bits.clone();
        for (NumberSet other : others) {
            all.or(other.bits);
        }
        return new NumberSet(all);
    }

    /** The difference: what is in this set and not in the other. */
    NumberSet without(NumberSet other) {
        BitSet rest = (BitSet) bits.clone();
        rest.andNot(other.bits);
        return new NumberSet(rest);
    }

    /** The numbers from 1 up to the given one that are not in it. */
    NumberSet holesUpTo(long highest) {
        BitSet holes = new BitSet();
        holes.set(1, (int) highest + 1);
        holes.andNot(bits);
        return new NumberSet(holes);
    }

    /** The highest number; 0 if the set is empty. */
    long highest() {
        return Math.max(0, bits.length() - 1);
    }

    /** The size of the set. */
    public long size() {
        return bits.cardinality();
    }

    /** The numbers, lowest first. */
    public LongStream stream() {
        return bits.stream().asLongStream();
    }

    private static boolean isKept(long number) {
        return number > 0 && number <= LARGEST;
    }
}
