// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.operations;

import dev.hallway.github.Repository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far one repository has been read.
 *
 * @param requestedName the name it is requested by
 * @param repository GitHub's own name; the requested one before the first poll
 * @param syncedAt until when everything was read, by GitHub's clock
 * @param historyComplete whether every list has been read from its beginning
 * @param gaps what is known to be missing, one sentence each
 * @param lastPoll the outcome of this process's last poll, one line
 */
public record RepositoryStatus(
        String requestedName,
        String repository,
        Optional<Instant> syncedAt,
        boolean historyComplete,
        List<String> gaps,
        Optional<String> lastPoll) {

    /** Copies the gaps. */
    public RepositoryStatus {
        gaps = List.copyOf(gaps);
    }

    static RepositoryStatus of(String requestedName, Optional<Repository> known, Optional<String> lastPoll) {
        return new RepositoryStatus(
                requestedName,
                known.map(Repository::getFullName).orElse(requestedName),
                known.map(Repository::getSyncedAt),
                known.map(Repository::getHistoryComplete).orElse(false),
                known.map(Repository::getGaps).orElse(List.of()),
                lastPoll);
    }
}
