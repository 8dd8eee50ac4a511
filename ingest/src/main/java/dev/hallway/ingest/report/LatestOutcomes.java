// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.report;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The outcome of the last read of each repository, over whichever lane. Safe for several threads. */
public final class LatestOutcomes implements IngestListener {

    private final List<String> repositories;
    private final Map<String, RepositoryOutcome> latest = new ConcurrentHashMap<>();

    /**
     * Nothing was read yet.
     *
     * @param repositories the names they were requested by
     */
    public LatestOutcomes(List<String> repositories) {
        this.repositories = List.copyOf(repositories);
    }

    @Override
    public void repositoryFinished(RepositoryOutcome outcome) {
        latest.put(outcome.requestedName(), outcome);
    }

    /** One for each repository that was read at least once, in the order they are named. */
    public List<RepositoryOutcome> outcomes() {
        return repositories.stream()
                .flatMap(repository -> Stream.ofNullable(latest.get(repository)))
                .toList();
    }

    /** Whether each was read at least once. */
    public boolean areOfAll() {
        return latest.keySet().containsAll(repositories);
    }
}
