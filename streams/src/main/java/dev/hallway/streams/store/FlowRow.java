// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.store;

/**
 * What was opened, closed and merged in a week, and what stands of it on the metric topic.
 *
 * @param counts what was opened, closed and merged
 * @param eventful true if anything happened in the repository itself; a merge elsewhere may answer its feedback as well
 * @param counted true if any figure of the week counts anything
 * @param published the counts as they were published; {@link FlowCounts#NONE} while they were not
 * @param openIssues issues open at the end of the week as published; {@link #UNPUBLISHED} while there is no row
 * @param openPullRequests pull requests open at the end of the week as published
 */
public record FlowRow(
        FlowCounts counts,
        boolean eventful,
        boolean counted,
        FlowCounts published,
        long openIssues,
        long openPullRequests) {

    /** There is no row. */
    public static final long UNPUBLISHED = Long.MIN_VALUE;

    /** Of a week in which nothing is known to have happened. */
    public static final FlowRow EMPTY =
            new FlowRow(FlowCounts.NONE, false, false, FlowCounts.NONE, UNPUBLISHED, UNPUBLISHED);

    /** The same week with other counts. */
    public FlowRow counting(FlowCounts changed, boolean nowEventful, boolean nowCounted) {
        return new FlowRow(changed, nowEventful, nowCounted, published, openIssues, openPullRequests);
    }

    /** The same week, published as it counts now with so much open at its end. */
    public FlowRow publishedWith(long issues, long pullRequests) {
        return new FlowRow(counts, eventful, counted, counts, issues, pullRequests);
    }

    /** The same week without a row on the metric topic. */
    public FlowRow withdrawn() {
        return new FlowRow(counts, eventful, counted, FlowCounts.NONE, UNPUBLISHED, UNPUBLISHED);
    }

    /** True if a row stands on the metric topic. */
    public boolean isPublished() {
        return openIssues != UNPUBLISHED;
    }

    /** True if nothing happened in the week, and no row of it stands anywhere. */
    public boolean isEmpty() {
        return equals(EMPTY);
    }
}
