// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.query;

import dev.hallway.streams.fact.Actor;
import dev.hallway.streams.fact.KnownAccount;
import dev.hallway.streams.state.Scan;
import dev.hallway.streams.state.TableReader;
import dev.hallway.streams.store.AccountRow;
import dev.hallway.streams.store.CommunityKey.OfAccount;
import dev.hallway.streams.store.CommunityKey.OfMember;
import dev.hallway.streams.store.CommunityKey.OfPerson;
import dev.hallway.streams.store.CommunityTables;
import dev.hallway.streams.store.PersonAccounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The accounts of a repository that one answer meets: each is read once. */
final class KnownAccounts {

    private final TableReader tables;
    private final String repository;
    private final Map<Long, AccountRow> met = new HashMap<>();
    private final Map<Long, PersonAccounts> people = new HashMap<>();

    KnownAccounts(TableReader tables, String repository) {
        this.tables = tables;
        this.repository = repository;
    }

    KnownAccount known(long account) {
        if (account == Actor.DELETED_ID) {
            return KnownAccount.DELETED;
        }
        AccountRow row = row(account);
        return row.membership().isRegistered()
                ? new KnownAccount(row.actor(), person(row.person()).mergesSince())
                : row.known();
    }

    /** What a person did by all of their accounts. */
    PersonAccounts person(long person) {
        return person < 0 ? people.computeIfAbsent(person, this::registered) : PersonAccounts.of(row(person));
    }

    /** Whose account it is: GitHub's id of it, a negative number for somebody in the registry, 0 for a deleted one. */
    long personWith(long account) {
        return account == Actor.DELETED_ID ? 0 : row(account).person();
    }

    /** What whoever has the account did by all of their accounts. */
    PersonAccounts personOf(long account) {
        return person(row(account).person());
    }

    private PersonAccounts registered(long person) {
        List<AccountRow> rows = new ArrayList<>();
        try (Scan<OfMember, Boolean> members = tables.scan(CommunityTables.MEMBERS, new OfPerson(repository, person))) {
            members.forEach(member -> rows.add(row(member.key().account())));
        }
        return PersonAccounts.of(rows);
    }

    private AccountRow row(long account) {
        return met.computeIfAbsent(account, id -> {
            AccountRow row = tables.get(CommunityTables.ACCOUNTS, new OfAccount(repository, id));
            return row == null ? AccountRow.unseen(id) : row;
        });
    }
}
