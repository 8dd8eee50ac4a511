// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.repository;

import dev.hallway.streams.repository.RepositoryKey.Week;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The repositories with weeks to publish, in the order in which they changed.
 *
 * <p>Only remembers what the store of unpublished weeks says, so that nobody has to look for it there: in a store from
 * which much is deleted, finding the first of what is left is slow.
 */
final class ChangedRepositories {

    private final Set<String> repositories = new LinkedHashSet<>();

    ChangedRepositories(ReadOnlyKeyValueStore<Week, Unpublished> unpublished) {
        try (KeyValueIterator<Week, Unpublished> weeks = unpublished.all()) {
            weeks.forEachRemaining(week -> repositories.add(week.key.repository()));
        }
    }

    void add(String repository) {
        repositories.add(repository);
    }

    /** Takes out the one that has waited longest. */
    Optional<String> take() {
        Iterator<String> waiting = repositories.iterator();
        if (!waiting.hasNext()) {
            return Optional.empty();
        }
        String first = waiting.next();
        waiting.remove();
        return Optional.of(first);
    }
}
