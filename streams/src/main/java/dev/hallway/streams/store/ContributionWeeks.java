// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.store;

import dev.hallway.streams.week.IsoWeek;

/**
 * In which weeks somebody contributed how.
 *
 * @param otherThanMerges weeks with a contribution that is no merge
 * @param pullRequests weeks in which a pull request was opened
 * @param merges weeks in which an own pull request was merged
 */
public record ContributionWeeks(WeekSet otherThanMerges, WeekSet pullRequests, WeekSet merges) {

    /** Never. */
    public static final ContributionWeeks NONE = new ContributionWeeks(WeekSet.EMPTY, WeekSet.EMPTY, WeekSet.EMPTY);

    /** The same with what is known of one week now. */
    public ContributionWeeks with(IsoWeek week, Kinds kinds) {
        return new ContributionWeeks(
                with(otherThanMerges, week, kinds.otherThanMerge()),
                with(pullRequests, week, kinds.pullRequest()),
                with(merges, week, kinds.merge()));
    }

    /** What is known of one week. */
    public Kinds in(IsoWeek week) {
        return new Kinds(otherThanMerges.contains(week), pullRequests.contains(week), merges.contains(week));
    }

    /** These and those of another account of the same person. */
    public ContributionWeeks union(ContributionWeeks other) {
        return new ContributionWeeks(
                otherThanMerges.union(other.otherThanMerges),
                pullRequests.union(other.pullRequests),
                merges.union(other.merges));
    }

    private static WeekSet with(WeekSet weeks, IsoWeek week, boolean contained) {
        if (weeks.contains(week) == contained) {
            return weeks;
        }
        return contained ? weeks.with(week) : weeks.without(week);
    }

    /**
     * How somebody contributed in one week.
     *
     * @param otherThanMerge true if by anything but a merge
     * @param pullRequest true if by opening a pull request
     * @param merge true if an own pull request was merged
     */
    public record Kinds(boolean otherThanMerge, boolean pullRequest, boolean merge) {

        /** Not at all. */
        public static final Kinds NONE = new Kinds(false, false, false);

        /** These and a further contribution. */
        public Kinds and(WeekEvent.Kind kind) {
            boolean merged = kind == WeekEvent.Kind.PULL_REQUEST_MERGED;
            return new Kinds(
                    otherThanMerge || !merged,
                    pullRequest || kind == WeekEvent.Kind.PULL_REQUEST_OPENED,
                    merge || merged);
        }
    }
}
