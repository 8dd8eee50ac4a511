// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.report;

import java.util.List;

/**
 * The result of one pass over all repositories.
 *
 * @param outcomes one for each repository that was read, in the order in which they were requested
 * @param requests number of requests sent to GitHub
 */
public record CycleReport(List<RepositoryOutcome> outcomes, long requests) {

    /** Copies the outcomes. */
    public CycleReport {
        outcomes = List.copyOf(outcomes);
    }

    /** Whether every repository is up to date. */
    public boolean complete() {
        return outcomes.stream().allMatch(RepositoryOutcome.UpToDate.class::isInstance);
    }

    /** GitHub's own names of the repositories that are up to date. */
    public List<String> canonicalNames() {
        return outcomes.stream()
                .filter(RepositoryOutcome.UpToDate.class::isInstance)
                .map(outcome -> ((RepositoryOutcome.UpToDate) outcome).canonicalName())
                .toList();
    }
}
