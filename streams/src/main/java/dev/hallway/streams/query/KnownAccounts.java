// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.query;

import dev.hallway.streams.fact.Actor;
import dev.hallway.streams.fact.KnownAccount;
import dev.hallway.streams.state.TableReader;
import dev.hallway.streams.store.AccountRow;
import dev.hallway.streams.store.CommunityKey.OfAccount;
import dev.hallway.streams.store.CommunityTables;
import dev.hallway.streams.store.WeekSet;
import java.util.HashMap;
import java.util.Map;

/** The accounts of a repository that one answer meets: each is read once. */
final class KnownAccounts {

    private final TableReader tables;
    private final String repository;
    private final Map<Long, AccountRow> met = new HashMap<>();

    KnownAccounts(TableReader tables, String repository) {
        this.tables = tables;
        this.repository = repository;
    }

    KnownAccount known(long account) {
        return account == Actor.DELETED_ID ? KnownAccount.DELETED : row(account).known();
    }

    WeekSet weeks(long account) {
        return row(account).weeks();
    }

    private AccountRow row(long account) {
        return met.computeIfAbsent(account, id -> {
            AccountRow row = tables.get(CommunityTables.ACCOUNTS, new OfAccount(repository, id));
            return row == null ? AccountRow.unseen(id) : row;
        });
    }
}
