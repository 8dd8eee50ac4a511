// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.store;

/** What was opened, closed and merged in a week. */
public record FlowCounts(
        long issuesOpened,
        long issuesClosed,
        long issuesClosedLinked,
        long pullRequestsOpened,
        long pullRequestsMerged,
        long pullRequestsClosedUnmerged) {

    /** Of a quiet week. */
    public static final FlowCounts NONE = new FlowCounts(0, 0, 0, 0, 0, 0);

    /** By how much the week changes the number of open issues. */
    public long openIssues() {
        return issuesOpened - issuesClosed;
    }

    /** By how much the week changes the number of open pull requests. */
    public long openPullRequests() {
        return pullRequestsOpened - pullRequestsMerged - pullRequestsClosedUnmerged;
    }
}
