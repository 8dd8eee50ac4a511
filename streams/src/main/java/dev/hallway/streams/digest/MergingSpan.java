// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.health.MergingWeek;

/**
 * Who merged, over the weeks that end with the digest's.
 *
 * @param weeks how many
 * @param merged pull requests merged
 * @param mergers distinct people who are known to have merged them
 * @param mergerAbsenceFactor fewest people who made at least half of the merges
 * @param topMergerShare share of the person with the most merges
 * @param selfMerged CHAOSS Self Merge Rates: merges by the author
 * @param mergedWithoutReview of all merges, those that nobody had reviewed before
 */
public record MergingSpan(
        int weeks,
        long merged,
        Figure mergers,
        Figure mergerAbsenceFactor,
        Figure topMergerShare,
        Figure selfMerged,
        long mergedWithoutReview) {

    static MergingSpan of(int weeks, MergingWeek row) {
        long n = row.getMergerKnown();
        String none = row.getMerged() == 0 ? "nothing was merged in these weeks" : "who merged is not known";
        return new MergingSpan(
                weeks,
                row.getMerged(),
                Figure.orUnavailable(row.getMergers(), n, none),
                Figure.orUnavailable(row.getMergerAbsenceFactor(), n, none),
                Figure.orUnavailable(row.getTopMergerShare(), n, none),
                Figure.orUnavailable(row.getSelfMerged(), n, none),
                row.getMergedWithoutReview());
    }
}
