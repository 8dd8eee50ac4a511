// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.query;

import static dev.hallway.streams.read.PersonPlace.NEWEST_FIRST;

import dev.hallway.streams.fact.KnownAccount;
import dev.hallway.streams.figure.NewcomerTally;
import dev.hallway.streams.people.Classification;
import dev.hallway.streams.people.Participant;
import dev.hallway.streams.people.Participant.Affiliation;
import dev.hallway.streams.read.CountedContribution;
import dev.hallway.streams.read.KnownPerson;
import dev.hallway.streams.read.Newcomer;
import dev.hallway.streams.read.PersonPlace;
import dev.hallway.streams.state.Scan;
import dev.hallway.streams.state.TableReader;
import dev.hallway.streams.state.TableReader.Row;
import dev.hallway.streams.store.AccountRow;
import dev.hallway.streams.store.CommunityKey.OfAccount;
import dev.hallway.streams.store.CommunityKey.OfEvent;
import dev.hallway.streams.store.CommunityKey.OfRepository;
import dev.hallway.streams.store.CommunityKey.OfWeek;
import dev.hallway.streams.store.CommunityTables;
import dev.hallway.streams.store.WeekEvent;
import dev.hallway.streams.store.WeekRow;
import dev.hallway.streams.store.WeekSet;
import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The people of a repository in the order in which they came.
 *
 * <p>A repository may have had any number of people, so they are tallied some weeks of arrival at a time, each time with a
 * pass over what happened from then on.
 */
final class Newcomers {

    private static final Comparator<Newcomer> ORDER =
            Comparator.comparing(Newcomer::firstAt).thenComparing(Newcomer::login);

    private final TableReader tables;
    private final Classification classification;
    private final String repository;
    private final int most;

    /**
     * Of one repository.
     *
     * @param most how many people are tallied at a time, unless more came in one week
     */
    Newcomers(TableReader tables, Classification classification, String repository, int most) {
        this.tables = tables;
        this.classification = classification;
        this.repository = repository;
        this.most = most;
    }

    void forEach(Consumer<Newcomer> consumer) {
        IsoWeek latest = latestWeek();
        for (WeekRange arrivals : portions()) {
            Arrived arrived = arrivedIn(arrivals);
            tally(arrived.accounts(), arrivals.first());
            arrived.people().values().stream()
                    .flatMap(person -> person.tally().newcomer(latest).stream())
                    .sorted(ORDER)
                    .forEach(consumer);
        }
    }

    /**
     * The newest of them behind a place.
     *
     * <p>From week to week backwards, some weeks at a time: what happened before anybody of the page came is not read.
     */
    List<KnownPerson> newest(@Nullable PersonPlace after, int limit, Instant now) {
        IsoWeek latest = latestWeek();
        NavigableMap<IsoWeek, Integer> arrivals = arrivals();
        List<KnownPerson> page = new ArrayList<>();
        IsoWeek last = after == null ? null : arrivals.floorKey(after.week());
        last = after == null && !arrivals.isEmpty() ? arrivals.lastKey() : last;
        while (last != null && page.size() < limit) {
            IsoWeek first = last;
            int people = arrivals.getOrDefault(first, 0);
            IsoWeek earlier = arrivals.lowerKey(first);
            while (earlier != null && page.size() + people < limit) {
                first = earlier;
                people += arrivals.getOrDefault(first, 0);
                earlier = arrivals.lowerKey(first);
            }
            known(new WeekRange(first, last), latest, now).stream()
                    .filter(person -> after == null || NEWEST_FIRST.compare(person.place(), after) > 0)
                    .sorted(Comparator.comparing(KnownPerson::place, NEWEST_FIRST))
                    .limit(limit - page.size())
                    .forEach(page::add);
            last = earlier;
        }
        return page;
    }

    private List<KnownPerson> known(WeekRange arrivals, IsoWeek latest, Instant now) {
        Arrived arrived = arrivedIn(arrivals);
        tally(arrived.accounts(), arrivals.first());
        List<KnownPerson> known = new ArrayList<>();
        arrived.people().forEach((id, person) -> person.tally()
                .newcomer(latest)
                .ifPresent(newcomer -> known.add(new KnownPerson(
                        newcomer,
                        new PersonPlace(person.tally().firstWeek(), newcomer.firstAt(), newcomer.login(), id),
                        organisation(person.account(), now)))));
        return known;
    }

    private @Nullable String organisation(KnownAccount account, Instant now) {
        Affiliation affiliation =
                classification.participant(account, repository, now).affiliation();
        return affiliation == null ? null : affiliation.organisation();
    }

    /** Of the latest contribution by anybody. */
    private IsoWeek latestWeek() {
        IsoWeek latest = new IsoWeek(0);
        try (Scan<OfWeek, WeekRow> weeks = tables.scan(CommunityTables.WEEKS, new OfRepository(repository))) {
            while (weeks.hasNext()) {
                Row<OfWeek, WeekRow> week = weeks.next();
                latest = week.value().contributorDiversity() == null
                        ? latest
                        : week.key().week();
            }
        }
        return latest;
    }

    /** The weeks in which people came, with how many accounts of theirs there are. */
    private NavigableMap<IsoWeek, Integer> arrivals() {
        NavigableMap<IsoWeek, Integer> arrivals = new TreeMap<>();
        KnownAccounts accounts = new KnownAccounts(tables, repository);
        forEachAccount(
                account -> weeks(accounts, account).first().ifPresent(week -> arrivals.merge(week, 1, Integer::sum)));
        return arrivals;
    }

    /** The weeks in which people came, so many at a time that not too many people did. */
    private List<WeekRange> portions() {
        NavigableMap<IsoWeek, Integer> arrivals = arrivals();
        List<WeekRange> portions = new ArrayList<>();
        IsoWeek first = null;
        int people = 0;
        for (Map.Entry<IsoWeek, Integer> week : arrivals.entrySet()) {
            if (first != null && people + week.getValue() > most) {
                portions.add(new WeekRange(first, arrivals.lowerKey(week.getKey())));
                first = null;
                people = 0;
            }
            first = first == null ? week.getKey() : first;
            people += week.getValue();
        }
        if (first != null) {
            portions.add(new WeekRange(first, arrivals.lastKey()));
        }
        return portions;
    }

    private Arrived arrivedIn(WeekRange range) {
        Arrived arrived = new Arrived(new HashMap<>(), new HashMap<>());
        KnownAccounts accounts = new KnownAccounts(tables, repository);
        forEachAccount(account -> weeks(accounts, account)
                .first()
                .filter(range::contains)
                .ifPresent(first -> {
                    Participant participant = classification.participant(account.known(), repository, first.start());
                    if (participant.isKnownPerson()) {
                        Person person = arrived.people()
                                .computeIfAbsent(
                                        participant.person(),
                                        id -> new Person(account.known(), new NewcomerTally(first)));
                        arrived.accounts().put(account.actor().id(), new Account(participant.login(), person.tally()));
                    }
                }));
        return arrived;
    }

    /** The weeks of a person; only those in the registry may have further accounts, which are few. */
    private static WeekSet weeks(KnownAccounts accounts, AccountRow account) {
        return account.membership().isRegistered()
                ? accounts.person(account.person()).weeks()
                : account.weeks();
    }

    private void tally(Map<Long, Account> accounts, IsoWeek from) {
        try (Scan<OfEvent, WeekEvent> events =
                tables.scan(CommunityTables.EVENTS, new OfRepository(repository), new OfWeek(repository, from))) {
            while (events.hasNext()) {
                Row<OfEvent, WeekEvent> row = events.next();
                Account account = accounts.get(row.value().account());
                Optional<CountedContribution.Kind> kind = row.key().kind().contribution();
                if (account != null && kind.isPresent()) {
                    account.tally().add(account.login(), kind.get(), row.key().id(), row.value());
                }
            }
        }
    }

    private void forEachAccount(Consumer<AccountRow> consumer) {
        try (Scan<OfAccount, AccountRow> accounts =
                tables.scan(CommunityTables.ACCOUNTS, new OfRepository(repository))) {
            accounts.forEach(row -> consumer.accept(row.value()));
        }
    }

    /**
     * The people who came in some weeks.
     *
     * @param people by who they are
     * @param accounts by GitHub's id
     */
    private record Arrived(Map<Long, Person> people, Map<Long, Account> accounts) {}

    /**
     * Somebody.
     *
     * @param account one of theirs
     */
    private record Person(KnownAccount account, NewcomerTally tally) {}

    /**
     * An account of somebody.
     *
     * @param login the login to show for what was done by it
     * @param tally of the person
     */
    private record Account(String login, NewcomerTally tally) {}
}
