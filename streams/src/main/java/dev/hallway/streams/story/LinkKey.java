// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.story;

import dev.hallway.streams.fact.Link;
import dev.hallway.streams.state.KeyReader;
import dev.hallway.streams.state.KeyWriter;
import dev.hallway.streams.state.StoreKey;
import java.util.Locale;

/**
 * Where a link is kept: closing before mentioning; merged, by time, before open before closed; then the lower number.
 *
 * @param item record key of the item referred to
 * @param strength closing or mentioning
 * @param progress what became of the pull request
 * @param time seconds since the epoch of the merge; of the opening if not merged
 * @param number number of the pull request
 * @param repository {@code owner/repo} of the pull request in lower case
 */
record LinkKey(String item, Strength strength, Progress progress, long time, long number, String repository)
        implements StoreKey {

    /** How strongly a pull request refers to an item. */
    enum Strength {
        CLOSES,
        MENTIONS
    }

    /** What became of a pull request. */
    enum Progress {
        MERGED,
        OPEN,
        CLOSED
    }

    static LinkKey of(String item, Link link) {
        Progress progress =
                link.mergedAt() != null ? Progress.MERGED : link.closedAt() == null ? Progress.OPEN : Progress.CLOSED;
        long time = (link.mergedAt() == null ? link.openedAt() : link.mergedAt()).getEpochSecond();
        return new LinkKey(
                item,
                link.closes() ? Strength.CLOSES : Strength.MENTIONS,
                progress,
                time,
                link.number(),
                link.repository().toLowerCase(Locale.ROOT));
    }

    static LinkKey read(KeyReader reader) {
        return new LinkKey(
                reader.text(),
                Strength.values()[reader.octet()],
                Progress.values()[reader.octet()],
                reader.int64(),
                reader.int64(),
                reader.text());
    }

    /** The first key a merge after the given second could have. */
    static LinkKey closedByMergeAfter(String item, long second) {
        return new LinkKey(item, Strength.CLOSES, Progress.MERGED, second + 1, 0, "");
    }

    /** The first key behind all merges of one strength. */
    static LinkKey behindMerges(String item, Strength strength) {
        return new LinkKey(item, strength, Progress.OPEN, Long.MIN_VALUE, 0, "");
    }

    @Override
    public void writeTo(KeyWriter writer) {
        new Beginning(item, strength, progress).writeTo(writer);
        writer.int64(time).int64(number).text(repository);
    }

    /** The beginning of all keys of an item. */
    record OfItem(String item) implements StoreKey {
        @Override
        public void writeTo(KeyWriter writer) {
            writer.text(item);
        }
    }

    /** The beginning of the keys of one strength and progress. */
    record Beginning(String item, Strength strength, Progress progress) implements StoreKey {
        @Override
        public void writeTo(KeyWriter writer) {
            writer.text(item).octet(strength.ordinal()).octet(progress.ordinal());
        }
    }
}
