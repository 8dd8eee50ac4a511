// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.read;

import dev.hallway.streams.week.IsoWeek;
import org.jspecify.annotations.Nullable;

/**
 * Who merged in a week, and after which review.
 *
 * @param week the week of the merges
 * @param merged pull requests merged
 * @param mergerKnown those of which a human is known to have merged them
 * @param mergers distinct people who merged; null if none is known
 * @param topMergerShare largest share of one of them; null if none is known
 * @param mergerAbsenceFactor the least number of people who merged at least half; null if none is known
 * @param selfMerged merges by the author of the pull request; null if no merger is known
 * @param mergedWithoutReview merges, whoever merged, before which no other human had reviewed
 * @param selfMergedWithoutReview the same of the merges by the author; null if no merger is known
 */
public record MergingWeek(
        IsoWeek week,
        long merged,
        long mergerKnown,
        @Nullable Long mergers,
        @Nullable Double topMergerShare,
        @Nullable Long mergerAbsenceFactor,
        @Nullable Long selfMerged,
        long mergedWithoutReview,
        @Nullable Long selfMergedWithoutReview) {}
