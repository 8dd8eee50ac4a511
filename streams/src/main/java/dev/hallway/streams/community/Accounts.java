// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.community;

import dev.hallway.streams.change.ChangeKind;
import dev.hallway.streams.change.Changes;
import dev.hallway.streams.fact.Actor;
import dev.hallway.streams.fact.KnownAccount;
import dev.hallway.streams.fact.Membership;
import dev.hallway.streams.state.Scan;
import dev.hallway.streams.state.TableWriter;
import dev.hallway.streams.store.AccountRow;
import dev.hallway.streams.store.CommunityKey.OfAccount;
import dev.hallway.streams.store.CommunityKey.OfMember;
import dev.hallway.streams.store.CommunityKey.OfPerson;
import dev.hallway.streams.store.CommunityTables;
import dev.hallway.streams.store.ContributionWeeks;
import dev.hallway.streams.store.PersonAccounts;
import dev.hallway.streams.store.WeekSet;
import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The accounts that contributed to the repositories of a task: how each looked last, whose it is, and in which weeks it
 * contributed. Several accounts of one person in the people registry count together.
 *
 * <p>The ones that were met last are remembered, so that most contributions need not read their account.
 */
public final class Accounts {

    private final TableWriter tables;
    private final Changes changes;
    private final Function<Actor, Membership> registry;
    private final Remembered<OfAccount, AccountRow> remembered;
    private final Remembered<OfPerson, PersonAccounts> people;
    private final Map<OfAccount, AccountRow> unwritten = new LinkedHashMap<>();

    /**
     * The accounts of a task's tables.
     *
     * @param registry what the people registry makes of an account now
     * @param most how many are remembered at most
     */
    Accounts(TableWriter tables, Changes changes, Function<Actor, Membership> registry, int most) {
        this.tables = tables;
        this.changes = changes;
        this.registry = registry;
        remembered = new Remembered<>(most);
        people = new Remembered<>(most);
    }

    /** What is known of the account; only its id is of one that was never seen. */
    public KnownAccount known(String repository, long account) {
        if (account == Actor.DELETED_ID) {
            return KnownAccount.DELETED;
        }
        AccountRow row = row(new OfAccount(repository, account));
        return row.membership().isRegistered()
                ? new KnownAccount(row.actor(), person(repository, row).mergesSince())
                : row.known();
    }

    /** The account by itself. */
    public AccountRow get(OfAccount key) {
        return row(key);
    }

    /** What the people registry makes of an account now. */
    public Membership membership(Actor actor) {
        return actor.isDeleted() ? Membership.NONE : registry.apply(actor);
    }

    /** What a person did by all of their accounts. */
    public PersonAccounts person(String repository, long person) {
        return person < 0
                ? registered(new OfPerson(repository, person))
                : PersonAccounts.of(row(new OfAccount(repository, person)));
    }

    private PersonAccounts person(String repository, AccountRow row) {
        return row.membership().isRegistered()
                ? registered(new OfPerson(repository, row.person()))
                : PersonAccounts.of(row);
    }

    private PersonAccounts registered(OfPerson person) {
        return people.get(
                person,
                key -> PersonAccounts.of(members(key).stream().map(this::row).toList()));
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
        change(key, known, known.seenAs(latest, registry.apply(latest)));
    }

    /**
     * Takes in that another people registry is in force; if it says another thing of the account, what follows from that is
     * derived anew.
     *
     * @param kept the account as it is written down
     */
    public void classify(OfAccount key, AccountRow kept) {
        if (!registry.apply(kept.actor()).equals(kept.membership())) {
            AccountRow known = row(key);
            change(key, known, known.seenAs(known.actor(), registry.apply(known.actor())));
        }
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
        if (before.equals(after)) {
            return;
        }
        save(key, after);
        boolean countsLike =
                after.countsLike(before) || (after.standsLike(before) && isAlone(key, before) && isAlone(key, after));
        if (!countsLike) {
            note(key);
            noteMembers(key.repository(), before.membership());
            noteMembers(key.repository(), after.membership());
        } else if (after.membership().affiliations() != before.membership().affiliations()) {
            noteWeeks(key.repository(), after.weeks());
        }
    }

    /**
     * True if whoever the row says it is has no other account here: then it does not matter who that is, for figures tell
     * people apart and nothing else.
     */
    private boolean isAlone(OfAccount key, AccountRow row) {
        return !row.membership().isRegistered()
                || members(new OfPerson(key.repository(), row.person())).stream()
                        .allMatch(key::equals);
    }

    /** Organisations count in weeks alone. */
    private void noteWeeks(String repository, WeekSet weeks) {
        weeks.all().forEach(week -> changes.note(repository, ChangeKind.WEEK, week.ordinal()));
    }

    /** What is known of one account of a person counts for all. */
    private void noteMembers(String repository, Membership membership) {
        if (membership.isRegistered()) {
            members(new OfPerson(repository, membership.person())).forEach(this::note);
        }
    }

    private void note(OfAccount key) {
        if (!row(key).activeWeeks().isEmpty()) {
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
        if (!known.weeks().contains(week)) {
            changeWeeks(key, known, known.with(known.weeks().with(week)));
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

    /** Takes in how the account contributed in the week, all told; not at all if it did not after all. */
    public void contributedAs(String repository, long account, IsoWeek week, ContributionWeeks.Kinds kinds) {
        if (account == Actor.DELETED_ID) {
            return;
        }
        OfAccount key = new OfAccount(repository, account);
        AccountRow known = row(key);
        boolean none = kinds.equals(ContributionWeeks.Kinds.NONE);
        if (known.kinds().in(week).equals(kinds) && !(none && known.weeks().contains(week))) {
            return;
        }
        AccountRow after = known.with(known.kinds().with(week, kinds));
        changeWeeks(key, known, none ? after.with(after.weeks().without(week)) : after);
    }

    /** What somebody does later tells what became of the newcomers of a week. */
    private void changeWeeks(OfAccount key, AccountRow known, AccountRow row) {
        PersonAccounts before = person(key.repository(), known);
        save(key, row);
        PersonAccounts after = person(key.repository(), row);
        if (!before.countsLike(after)) {
            noteFirst(key.repository(), before);
            noteFirst(key.repository(), after);
        }
    }

    private void noteFirst(String repository, PersonAccounts person) {
        person.weeks().first().ifPresent(first -> changes.note(repository, ChangeKind.WEEK, first.ordinal()));
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

    private void save(OfAccount key, AccountRow changed) {
        AccountRow known = row(key);
        // An account that was never seen may yet be registered, by its id.
        AccountRow row = known.equals(AccountRow.unseen(key.account()))
                ? changed.seenAs(changed.actor(), registry.apply(changed.actor()))
                : changed;
        Membership before = known.membership();
        unwritten.put(key, row);
        remembered.put(key, row);
        Membership after = row.membership();
        if (before.person() != after.person()) {
            member(key, before).ifPresent(member -> tables.delete(CommunityTables.MEMBERS, member));
            member(key, after).ifPresent(member -> tables.put(CommunityTables.MEMBERS, member, true));
        }
        forget(key.repository(), before);
        forget(key.repository(), after);
    }

    private void forget(String repository, Membership membership) {
        if (membership.isRegistered()) {
            people.forget(new OfPerson(repository, membership.person()));
        }
    }

    private List<OfAccount> members(OfPerson person) {
        List<OfAccount> members = new ArrayList<>();
        try (Scan<OfMember, Boolean> scan = tables.scan(CommunityTables.MEMBERS, person)) {
            scan.forEach(member -> members.add(
                    new OfAccount(member.key().repository(), member.key().account())));
        }
        return members;
    }

    private static Optional<OfMember> member(OfAccount key, Membership membership) {
        return membership.isRegistered()
                ? Optional.of(new OfMember(key.repository(), membership.person(), key.account()))
                : Optional.empty();
    }
}
