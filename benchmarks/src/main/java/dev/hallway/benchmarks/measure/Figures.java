// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.measure;

import java.util.List;

/**
 * Everything that was measured in one run.
 *
 * @param raw the plain consumer
 * @param topology the whole topology
 * @param lateness late events after that
 * @param explaining explanations of any figures after that
 * @param retagging a change of the people registry after that
 * @param restarts how soon it was ready when it was started again after that
 * @param memory peaks while the topology ran
 * @param inputMebibytes size of the broker's directory before the topology started
 * @param brokerMebibytes size of the broker's directory in the end
 * @param expectedIssues issues that were made
 * @param expectedPullRequests pull requests that were made
 * @param found what the metric topics say of them
 * @param profile where the time went; empty if that was not asked for
 */
public record Figures(
        Throughput raw,
        TopologyThroughput topology,
        Lateness lateness,
        Lateness explaining,
        Retagging retagging,
        Restarts restarts,
        Memory memory,
        long inputMebibytes,
        long brokerMebibytes,
        long expectedIssues,
        long expectedPullRequests,
        Found found,
        List<String> profile) {

    /** Copies the profile. */
    public Figures {
        profile = List.copyOf(profile);
    }

    /** The topology's throughput as a share of a plain consumer's. */
    public double ratio() {
        return topology.whole().eventsPerSecond() / raw.eventsPerSecond();
    }

    /** True if the metric topics hold what was made, and nothing was refused. */
    public boolean complete() {
        return found.equals(new Found(expectedIssues, expectedPullRequests, 0));
    }
}
