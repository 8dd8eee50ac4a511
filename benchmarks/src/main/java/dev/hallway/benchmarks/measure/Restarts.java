// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.measure;

/**
 * How soon a stopped topology is ready again.
 *
 * <p>Ready means that every task runs and nothing is left to read, publish or commit.
 *
 * @param seconds from the start on the stores that were left to ready
 * @param rebuildSeconds from the start without any stores to ready
 * @param rebuiltRecords records of the changelogs from which the stores were rebuilt
 */
public record Restarts(double seconds, double rebuildSeconds, long rebuiltRecords) {

    /** Records of the changelogs for each second of the rebuild. */
    public double rebuiltRecordsPerSecond() {
        return rebuiltRecords / rebuildSeconds;
    }
}
