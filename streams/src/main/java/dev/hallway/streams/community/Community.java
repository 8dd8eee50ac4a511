// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.community;

import dev.hallway.streams.change.ChangeKind;
import dev.hallway.streams.change.Changes;
import dev.hallway.streams.fact.Actor;
import dev.hallway.streams.fact.Membership;
import dev.hallway.streams.state.TableWriter;
import dev.hallway.streams.store.CommunityKey.OfItem;
import dev.hallway.streams.store.CommunityTables;
import dev.hallway.streams.store.ItemRow;
import dev.hallway.streams.store.RepositoryRow;
import dev.hallway.streams.week.IsoWeek;
import java.util.function.Function;

/**
 * All that a task knows of its repositories, shared by those that write facts down and those that derive figures.
 *
 * @param tables what is kept
 * @param changes what is still to be derived
 * @param accounts the accounts that contributed
 * @param repositories what the repositories are
 */
public record Community(TableWriter tables, Changes changes, Accounts accounts, Repositories repositories) {

    /** The number of a change of flow that concerns the rows that differ. */
    public static final long FLOW_THAT_DIFFERS = 0;

    /** The number of a change of flow that concerns all rows. */
    public static final long ALL_FLOW = 1;

    // Rows of repositories are larger, and there are fewer.
    private static final int ACCOUNTS_PER_REPOSITORY = 5;

    /**
     * Over the two stores of a task.
     *
     * @param registry what the people registry makes of an account now
     * @param remembered how many accounts are remembered at most, so that they need not be read again
     */
    public Community(TableWriter tables, TableWriter noted, Function<Actor, Membership> registry, int remembered) {
        this(tables, new Changes(noted), registry, remembered);
    }

    private Community(TableWriter tables, Changes changes, Function<Actor, Membership> registry, int remembered) {
        this(
                tables,
                changes,
                new Accounts(tables, changes, registry, remembered),
                new Repositories(tables, Math.max(1, remembered / ACCOUNTS_PER_REPOSITORY)));
    }

    /** What is known of a repository; only its name if nothing is. */
    public RepositoryRow repository(String repository) {
        return repositories.get(repository);
    }

    /** Writes down what is known of a repository, if that is something else. */
    public void save(String repository, RepositoryRow row) {
        repositories.save(repository, row);
    }

    /** Ends a record or a look: nothing may be left unwritten, for the task may commit after either. */
    public void end() {
        accounts.write();
        changes.write();
    }

    /** Notes that something was written in an item. */
    public void conversationChanged(String repository, long number) {
        changes.note(repository, ChangeKind.CONVERSATION, number);
    }

    /** Notes that an item itself changed, or what refers to it. */
    public void itemChanged(String repository, long number) {
        changes.note(repository, ChangeKind.ITEM, number);
    }

    /** Notes that the links of a pull request are to be derived anew; does nothing if it is not known. */
    public void linksChanged(OfItem pull) {
        ItemRow row = tables.get(CommunityTables.ITEMS, pull);
        if (row != null) {
            tables.put(CommunityTables.ITEMS, pull, row.withLinksChanged());
            itemChanged(pull.repository(), pull.number());
        }
    }

    /** Notes that the flow of a week changed, and with it the balance of the later ones. */
    public void flowChanged(String repository) {
        changes.note(repository, ChangeKind.FLOW, FLOW_THAT_DIFFERS);
    }

    /** Notes that every row of the flow is to be published again, whether its figures differ or not. */
    public void everyFlowRowChanged(String repository) {
        changes.note(repository, ChangeKind.FLOW, ALL_FLOW);
    }

    /** Notes that a week is to be derived anew. */
    public void weekChanged(String repository, IsoWeek week) {
        changes.note(repository, ChangeKind.WEEK, week.ordinal());
    }
}
