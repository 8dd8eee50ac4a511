// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.community;

import dev.hallway.streams.change.ChangeKind;
import dev.hallway.streams.change.Changes;
import dev.hallway.streams.state.TableWriter;
import dev.hallway.streams.store.CommunityKey.OfRepository;
import dev.hallway.streams.store.CommunityTables;
import dev.hallway.streams.store.RepositoryRow;
import dev.hallway.streams.week.IsoWeek;

/**
 * All that a task knows of its repositories, shared by those that write facts down and those that derive figures.
 *
 * @param tables what is kept
 * @param changes what is still to be derived
 * @param accounts the accounts that contributed
 */
public record Community(TableWriter tables, Changes changes, Accounts accounts) {

    /** Over the two stores of a task. */
    public Community(TableWriter tables, TableWriter noted) {
        this(tables, new Changes(noted));
    }

    private Community(TableWriter tables, Changes changes) {
        this(tables, changes, new Accounts(tables, changes));
    }

    /** What is known of a repository; only its name if nothing is. */
    public RepositoryRow repository(String repository) {
        RepositoryRow known = tables.get(CommunityTables.REPOSITORIES, new OfRepository(repository));
        return known == null ? RepositoryRow.named(repository) : known;
    }

    /** Writes down what is known of a repository. */
    public void save(String repository, RepositoryRow row) {
        tables.put(CommunityTables.REPOSITORIES, new OfRepository(repository), row);
    }

    /** Notes that an item is to be derived anew. */
    public void itemChanged(String repository, long number) {
        changes.note(repository, ChangeKind.ITEM, number);
    }

    /** Notes that a week is to be derived anew. */
    public void weekChanged(String repository, IsoWeek week) {
        changes.note(repository, ChangeKind.WEEK, week.ordinal());
    }
}
