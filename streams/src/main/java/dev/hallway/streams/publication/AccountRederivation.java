// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.publication;

import dev.hallway.streams.change.ChangeKind;
import dev.hallway.streams.community.Community;
import dev.hallway.streams.fact.KnownAccount;
import dev.hallway.streams.state.Scan;
import dev.hallway.streams.state.TableReader.Row;
import dev.hallway.streams.store.AccountRow;
import dev.hallway.streams.store.CommunityKey.OfAccount;
import dev.hallway.streams.store.CommunityKey.OfEvent;
import dev.hallway.streams.store.CommunityKey.OfItem;
import dev.hallway.streams.store.CommunityKey.OfWeek;
import dev.hallway.streams.store.CommunityTables;
import dev.hallway.streams.store.WeekEvent;
import dev.hallway.streams.week.IsoWeek;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Notes all that an account did to be derived anew, because it is something else than was known: a week at a time, for it
 * may have done much.
 */
final class AccountRederivation {

    private final Community community;
    private final Map<OfAccount, Reached> reached = new HashMap<>();

    AccountRederivation(Community community) {
        this.community = community;
    }

    /** Notes what the account did in its next week; after the last one, that the account changed is forgotten. */
    void advance(OfAccount key) {
        AccountRow account = community.accounts().get(key);
        KnownAccount counting = community.accounts().known(key.repository(), key.account());
        Reached known = reached.get(key);
        // What it is may have changed once more: then what was noted before may have been derived too early.
        IsoWeek from = known == null || !known.stillHolds(account, counting) ? new IsoWeek(0) : known.next;
        Optional<IsoWeek> week = account.activeWeeks().from(from);
        if (week.isEmpty()) {
            reached.remove(key);
            community.changes().forget(key.repository(), ChangeKind.ACCOUNT, key.account());
            return;
        }
        reached.put(key, new Reached(account, counting, week.get().next()));
        community.weekChanged(key.repository(), week.get());
        try (Scan<OfEvent, WeekEvent> scan =
                community.tables().scan(CommunityTables.EVENTS, new OfWeek(key.repository(), week.get()))) {
            while (scan.hasNext()) {
                Row<OfEvent, WeekEvent> row = scan.next();
                if (row.value().account() == key.account() && row.key().number() > 0) {
                    noteItem(row.key());
                }
            }
        }
    }

    private void noteItem(OfEvent event) {
        if (event.kind() == WeekEvent.Kind.PULL_REQUEST_OPENED) {
            community.linksChanged(new OfItem(event.repository(), event.number()));
        } else {
            community.itemChanged(event.repository(), event.number());
        }
    }

    private record Reached(AccountRow account, KnownAccount counting, IsoWeek next) {

        boolean stillHolds(AccountRow accountNow, KnownAccount countingNow) {
            return account.countsLike(accountNow) && counting.countsLike(countingNow);
        }
    }
}
