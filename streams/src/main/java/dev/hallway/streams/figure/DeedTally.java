// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.figure;

import dev.hallway.streams.read.Contributor.Deed;
import dev.hallway.streams.read.Contributor.Deeds;
import dev.hallway.streams.read.CountedContribution.Kind;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The first things that one person did in a week: pure, in any order. */
public final class DeedTally {

    private static final Comparator<Deed> ORDER = Comparator.comparingLong(
                    (Deed deed) -> deed.at().getEpochSecond())
            .thenComparing(Deed::kind)
            .thenComparingLong(Deed::number);

    private @Nullable Deed first;
    private @Nullable Deed pullRequest;
    private @Nullable Deed merge;

    /** Takes in a contribution. */
    public void add(Deed deed) {
        if (deed.kind() == Kind.PULL_REQUEST_MERGED) {
            merge = earlier(merge, deed);
            return;
        }
        first = earlier(first, deed);
        if (deed.kind() == Kind.PULL_REQUEST_OPENED) {
            pullRequest = earlier(pullRequest, deed);
        }
    }

    /**
     * What was done.
     *
     * @param mergedBefore true if a pull request of the person had been merged in an earlier week
     */
    public Deeds deeds(boolean mergedBefore) {
        return new Deeds(first, pullRequest, merge, merge != null && !mergedBefore);
    }

    private static Deed earlier(@Nullable Deed known, Deed other) {
        return known == null || ORDER.compare(other, known) < 0 ? other : known;
    }
}
