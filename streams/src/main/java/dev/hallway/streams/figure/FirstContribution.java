// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.figure;

import dev.hallway.streams.read.CountedContribution.Kind;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A contribution that may be somebody's first: of the same second, in the order of the kinds, then the lower id.
 *
 * @param kind what it was; no merge
 * @param id GitHub's id of the comment or review; the item's number for items
 * @param at when, UTC
 * @param answeredAfter seconds until the first response; {@link dev.hallway.streams.store.WeekEvent#NONE} if there is none
 */
record FirstContribution(Kind kind, long id, Instant at, long answeredAfter) {

    private static final Comparator<FirstContribution> ORDER = Comparator.comparingLong(
                    (FirstContribution first) -> first.at().getEpochSecond())
            .thenComparing(FirstContribution::kind)
            .thenComparingLong(FirstContribution::id);

    /** The earlier of the two. */
    static FirstContribution earlier(@Nullable FirstContribution known, FirstContribution other) {
        return known == null || ORDER.compare(other, known) < 0 ? other : known;
    }
}
