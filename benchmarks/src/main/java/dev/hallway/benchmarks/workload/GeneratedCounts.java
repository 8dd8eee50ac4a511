// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.workload;

/** How much was generated, to be compared with the metrics. */
public final class GeneratedCounts {

    private long issuesOpened;
    private long pullRequestsOpened;

    void issueOpened() {
        issuesOpened++;
    }

    void pullRequestOpened() {
        pullRequestsOpened++;
    }

    /** Number of different issues. */
    public long issuesOpened() {
        return issuesOpened;
    }

    /** Number of different pull requests. */
    public long pullRequestsOpened() {
        return pullRequestsOpened;
    }
}
