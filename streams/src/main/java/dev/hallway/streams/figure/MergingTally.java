// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.figure;

import dev.hallway.health.MergingWeek;
import dev.hallway.streams.people.Participant;
import dev.hallway.streams.read.Definitions;
import dev.hallway.streams.week.IsoWeek;
import java.util.HashMap;
import java.util.Map;

/** Counts merges by who merged, in one week or over several: what CHAOSS's Self Merge Rates asks for. */
public final class MergingTally {

    private final Map<Long, Long> mergers = new HashMap<>();
    private long merged;
    private long mergerKnown;
    private long self;
    private long withoutReview;
    private long selfWithoutReview;

    /**
     * Counts one merge.
     *
     * @param reviewed true if somebody else had reviewed it before
     */
    public void add(Participant author, Participant merger, boolean reviewed) {
        merged++;
        withoutReview += reviewed ? 0 : 1;
        if (merger.isKnownPerson()) {
            boolean own = merger.isSamePersonAs(author);
            mergerKnown++;
            mergers.merge(merger.person(), 1L, Long::sum);
            self += own ? 1 : 0;
            selfWithoutReview += own && !reviewed ? 1 : 0;
        }
    }

    /** Counts all that another one counted. */
    public void addAll(MergingTally other) {
        other.mergers.forEach((merger, count) -> mergers.merge(merger, count, Long::sum));
        merged += other.merged;
        mergerKnown += other.mergerKnown;
        self += other.self;
        withoutReview += other.withoutReview;
        selfWithoutReview += other.selfWithoutReview;
    }

    /** True if anything was merged. */
    boolean isAny() {
        return merged > 0;
    }

    /** The row of a week, or of several that end with it. */
    public MergingWeek row(String repository, IsoWeek week) {
        MergingWeek.Builder row = MergingWeek.newBuilder()
                .setRepository(repository)
                .setWeek(week.toString())
                .setDefinitionVersion(Definitions.VERSION)
                .setMerged(merged)
                .setMergerKnown(mergerKnown)
                .setMergedWithoutReview(withoutReview);
        if (mergerKnown > 0) {
            Evenness evenness = Evenness.of(mergers.values());
            row.setMergers((long) mergers.size())
                    .setTopMergerShare(evenness.topShare())
                    .setMergerAbsenceFactor(evenness.absenceFactor())
                    .setSelfMerged(self)
                    .setSelfMergedWithoutReview(selfWithoutReview);
        }
        return row.build();
    }
}
