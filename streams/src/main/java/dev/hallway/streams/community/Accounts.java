// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.community;

import dev.hallway.streams.change.ChangeKind;
import dev.hallway.streams.change.Changes;
import dev.hallway.streams.fact.Actor;
import dev.hallway.streams.fact.KnownAccount;
import dev.hallway.streams.state.TableWriter;
import dev.hallway.streams.store.AccountRow;
import dev.hallway.streams.store.CommunityKey.OfAccount;
import dev.hallway.streams.store.CommunityTables;
import dev.hallway.streams.store.WeekSet;
import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The accounts that contributed to the repositories of a task: how each looked last, and in which weeks it contributed.
 *
 * <p>The ones that were met last are remembered, so that most contributions need not read their account.
 */
public final class Accounts {

    private final TableWriter tables;
    private final Changes changes;
    private final Remembered<OfAccount, AccountRow> remembered;
    private final Map<OfAccount, AccountRow> unwritten = new LinkedHashMap<>();

    /** The accounts of a task's tables, of which so many are remembered at most. */
    Accounts(TableWriter tables, Changes changes, int most) {
        this.tables = tables;
        this.changes = changes;
        remembered = new Remembered<>(most);
    }

    /** What is known of the account; only its id is of one that was never seen. */
    public KnownAccount known(String repository, long account) {
        return account == Actor.DELETED_ID
                ? KnownAccount.DELETED
                : row(new OfAccount(repository, account)).known();
    }

    /** All weeks in which the account did anything visible. */
    public WeekSet activeWeeks(String repository, long account) {
        return row(new OfAccount(repository, account)).activeWeeks();
    }

    /** The weeks in which the account contributed. */
    public WeekSet weeks(String repository, long account) {
        return row(new OfAccount(repository, account)).weeks();
    }

    /** Takes in how an account looked; one that looks different now has what it did derived anew. */
    public void see(String repository, Actor actor) {
        if (actor.isDeleted()) {
            return;
        }
        OfAccount key = new OfAccount(repository, actor.id());
        AccountRow known = row(key);
        Actor latest = known.actor().latest(actor);
        if (latest.equals(known.actor())) {
            return;
        }
        change(key, known, known.seenAs(latest));
    }

    /** Takes in since when the account is known to merge; one that does since another time has what it did derived anew. */
    void mergesSince(String repository, long account, @Nullable Instant first) {
        OfAccount key = new OfAccount(repository, account);
        AccountRow known = row(key);
        if (!Objects.equals(known.mergesSince(), first)) {
            change(key, known, known.mergingSince(first));
        }
    }

    private void change(OfAccount key, AccountRow before, AccountRow after) {
        save(key, after);
        if (!after.known().countsLike(before.known()) && !before.activeWeeks().isEmpty()) {
            changes.note(key.repository(), ChangeKind.ACCOUNT, key.account());
        }
    }

    /** Takes in that the account contributed in the week. */
    public void contributed(String repository, long account, IsoWeek week) {
        if (account == Actor.DELETED_ID) {
            return;
        }
        OfAccount key = new OfAccount(repository, account);
        AccountRow known = row(key);
        if (known.weeks().contains(week)) {
            return;
        }
        WeekSet weeks = known.weeks().with(week);
        save(key, known.with(weeks));
        if (weeks.startsWith(week)) {
            noteFirst(repository, known.weeks());
        }
    }

    /** Takes in that the account did something visible in the week that is no contribution. */
    public void wasActive(String repository, long account, IsoWeek week) {
        if (account != Actor.DELETED_ID) {
            OfAccount key = new OfAccount(repository, account);
            AccountRow known = row(key);
            if (!known.otherwiseActive().contains(week)) {
                save(key, known.alsoActiveIn(week));
            }
        }
    }

    /** Takes in that the account did not contribute in the week after all. */
    public void didNotContribute(String repository, long account, IsoWeek week) {
        OfAccount key = new OfAccount(repository, account);
        AccountRow known = row(key);
        if (!known.weeks().contains(week)) {
            return;
        }
        WeekSet weeks = known.weeks().without(week);
        save(key, known.with(weeks));
        if (known.weeks().startsWith(week)) {
            noteFirst(repository, weeks);
        }
    }

    /** The week of the first contribution counts a newcomer. */
    private void noteFirst(String repository, WeekSet weeks) {
        weeks.first().ifPresent(first -> changes.note(repository, ChangeKind.WEEK, first.ordinal()));
    }

    /** Writes the accounts that changed, each once, however often it did. */
    void write() {
        unwritten.forEach((key, row) -> tables.put(CommunityTables.ACCOUNTS, key, row));
        unwritten.clear();
    }

    private AccountRow row(OfAccount key) {
        return remembered.get(key, this::read);
    }

    private AccountRow read(OfAccount key) {
        AccountRow changed = unwritten.get(key);
        if (changed != null) {
            return changed;
        }
        AccountRow kept = tables.get(CommunityTables.ACCOUNTS, key);
        return kept == null ? AccountRow.unseen(key.account()) : kept;
    }

    private void save(OfAccount key, AccountRow row) {
        unwritten.put(key, row);
        remembered.put(key, row);
    }
}
