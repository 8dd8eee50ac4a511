// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.figure;

import dev.hallway.streams.read.MergingWeek;
import dev.hallway.streams.read.PullRequestView;
import dev.hallway.streams.read.PullRequestView.Merger;
import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts the merges of a week by who merged: what CHAOSS's Self Merge Rates asks for. */
public final class MergingTally {

    private final Map<Long, Long> mergers = new HashMap<>();
    private long merged;
    private long mergerKnown;
    private long self;
    private long withoutReview;
    private long selfWithoutReview;

    /** Counts one merge. */
    public void add(PullRequestView pull, Instant mergedAt) {
        boolean unreviewed =
                pull.firstReviewAt() == null || !pull.firstReviewAt().isBefore(mergedAt);
        merged++;
        withoutReview += unreviewed ? 1 : 0;
        Merger merger = pull.merger();
        if (merger != null) {
            mergerKnown++;
            mergers.merge(merger.person(), 1L, Long::sum);
            self += merger.author() ? 1 : 0;
            selfWithoutReview += merger.author() && unreviewed ? 1 : 0;
        }
    }

    /** The row of a week. */
    public MergingWeek row(IsoWeek week) {
        if (mergerKnown == 0) {
            return new MergingWeek(week, merged, 0, null, null, null, null, withoutReview, null);
        }
        Evenness evenness = Evenness.of(mergers.values());
        return new MergingWeek(
                week,
                merged,
                mergerKnown,
                (long) mergers.size(),
                evenness.topShare(),
                evenness.absenceFactor(),
                self,
                withoutReview,
                selfWithoutReview);
    }
}
