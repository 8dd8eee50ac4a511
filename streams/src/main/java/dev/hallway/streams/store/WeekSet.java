// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.store;

import dev.hallway.streams.state.Codec;
import dev.hallway.streams.week.IsoWeek;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;

/** A set of weeks; of bounded size, because facts lie between 1970 and 2200: at most 1,500 bytes. */
public final class WeekSet {

    /** No week. */
    public static final WeekSet EMPTY = new WeekSet(new BitSet());

    /** How sets are written: from the first week on, a bit a week. */
    public static final Codec<WeekSet> CODEC = new Codec<>() {
        @Override
        public void write(WeekSet set, Encoder out) throws IOException {
            int first = Math.max(0, set.weeks.nextSetBit(0));
            out.writeInt(first);
            out.writeBytes(
                    set.weeks.get(first, Math.max(first, set.weeks.length())).toByteArray());
        }

        @Override
        public WeekSet read(Decoder in) throws IOException {
            int first = in.readInt();
            ByteBuffer bits = in.readBytes(null);
            BitSet shifted = BitSet.valueOf(bits);
            BitSet weeks = new BitSet();
            shifted.stream().forEach(week -> weeks.set(first + week));
            return new WeekSet(weeks);
        }
    };

    // Never changed once it is inside.
    private final BitSet weeks;

    private WeekSet(BitSet weeks) {
        this.weeks = weeks;
    }

    /** True if the week is in it. */
    public boolean contains(IsoWeek week) {
        return weeks.get(week.ordinal());
    }

    /** The first week; empty if there is none. */
    public Optional<IsoWeek> first() {
        return weeks.isEmpty() ? Optional.empty() : Optional.of(new IsoWeek(weeks.nextSetBit(0)));
    }

    /** True if the week is the first. */
    public boolean startsWith(IsoWeek week) {
        return weeks.nextSetBit(0) == week.ordinal();
    }

    /** All weeks, in order. */
    public List<IsoWeek> all() {
        return weeks.stream().mapToObj(IsoWeek::new).toList();
    }

    /** These and another one. */
    public WeekSet with(IsoWeek week) {
        BitSet more = (BitSet) weeks.clone();
        more.set(week.ordinal());
        return new WeekSet(more);
    }

    /** These and others. */
    public WeekSet union(WeekSet others) {
        BitSet more = (BitSet) weeks.clone();
        more.or(others.weeks);
        return new WeekSet(more);
    }

    /** The first week not before the given one; empty if there is none. */
    public Optional<IsoWeek> from(IsoWeek week) {
        int next = weeks.nextSetBit(Math.max(0, week.ordinal()));
        return next < 0 ? Optional.empty() : Optional.of(new IsoWeek(next));
    }

    /** The last week before the given one; empty if there is none. */
    public Optional<IsoWeek> before(IsoWeek week) {
        int previous = week.ordinal() <= 0 ? -1 : weeks.previousSetBit(week.ordinal() - 1);
        return previous < 0 ? Optional.empty() : Optional.of(new IsoWeek(previous));
    }

    /** True if there is none. */
    public boolean isEmpty() {
        return weeks.isEmpty();
    }

    /** These without one. */
    public WeekSet without(IsoWeek week) {
        BitSet fewer = (BitSet) weeks.clone();
        fewer.clear(week.ordinal());
        return new WeekSet(fewer);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WeekSet set && weeks.equals(set.weeks);
    }

    @Override
    public int hashCode() {
        return weeks.hashCode();
    }

    @Override
    public String toString() {
        return all().toString();
    }
}
