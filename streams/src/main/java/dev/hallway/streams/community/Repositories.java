// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.community;

import dev.hallway.streams.state.TableWriter;
import dev.hallway.streams.store.CommunityKey.OfRepository;
import dev.hallway.streams.store.CommunityTables;
import dev.hallway.streams.store.RepositoryRow;
import java.util.Optional;

/** What the repositories of a task are; the ones that were met last are remembered. */
public final class Repositories {

    private final TableWriter tables;
    private final Remembered<String, Optional<RepositoryRow>> remembered;

    Repositories(TableWriter tables, int most) {
        this.tables = tables;
        remembered = new Remembered<>(most);
    }

    /** Takes in that facts about a repository arrive, even if ingest has not described it yet. */
    public void introduce(String repository, String name) {
        if (row(repository).isEmpty()) {
            save(repository, RepositoryRow.named(name));
        }
    }

    RepositoryRow get(String repository) {
        return row(repository).orElseGet(() -> RepositoryRow.named(repository));
    }

    void save(String repository, RepositoryRow row) {
        if (!row(repository).filter(row::equals).isPresent()) {
            tables.put(CommunityTables.REPOSITORIES, new OfRepository(repository), row);
            remembered.put(repository, Optional.of(row));
        }
    }

    private Optional<RepositoryRow> row(String repository) {
        return remembered.get(
                repository,
                key -> Optional.ofNullable(tables.get(CommunityTables.REPOSITORIES, new OfRepository(key))));
    }
}
