// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.repository;

import dev.hallway.streams.fact.Author;
import dev.hallway.streams.fact.Contribution;
import dev.hallway.streams.fact.RepositoryInput.ContributionChanged;
import dev.hallway.streams.repository.RepositoryKey.Person;
import dev.hallway.streams.repository.RepositoryKey.PersonWeek;
import dev.hallway.streams.repository.RepositoryKey.WeekContribution;
import dev.hallway.streams.repository.RepositoryKey.WeekPerson;
import dev.hallway.streams.repository.RepositoryKey.WeekSpectrum;
import dev.hallway.streams.week.IsoWeek;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Who contributed in which week: counts contributions in and takes them back out. */
final class ContributionBook {

    private static final byte[] PRESENT = {};

    private final KeyValueStore<WeekContribution, Contribution> contributions;
    private final KeyValueStore<WeekPerson, PersonTally> weekPeople;
    private final KeyValueStore<WeekSpectrum, Long> spectra;
    private final KeyValueStore<Person, PersonRecord> people;
    private final KeyValueStore<PersonWeek, byte[]> personWeeks;
    private final FirstWeeks firstWeeks;
    private final WeekBook weeks;

    ContributionBook(ProcessorContext<String, Published> context, WeekBook weeks) {
        contributions = RepositoryStores.CONTRIBUTIONS.in(context);
        weekPeople = RepositoryStores.WEEK_PEOPLE.in(context);
        spectra = RepositoryStores.WEEK_SPECTRA.in(context);
        people = RepositoryStores.PEOPLE.in(context);
        personWeeks = RepositoryStores.PERSON_WEEKS.in(context);
        firstWeeks = new FirstWeeks(personWeeks);
        this.weeks = weeks;
    }

    /** Takes in a change; one that is already in changes nothing. */
    void take(String repository, ContributionChanged change) {
        if (change.before() != null) {
            WeekContribution key = key(repository, change.ref(), change.before());
            Contribution counted = contributions.delete(key);
            if (counted != null) {
                count(repository, key.week(), counted, -1, change.seenAt());
            }
        }
        if (change.after() != null) {
            WeekContribution key = key(repository, change.ref(), change.after());
            Contribution counted = contributions.get(key);
            if (!change.after().equals(counted)) {
                if (counted != null) {
                    count(repository, key.week(), counted, -1, change.seenAt());
                }
                contributions.put(key, change.after());
                count(repository, key.week(), change.after(), 1, change.seenAt());
            }
        }
    }

    private static WeekContribution key(String repository, Contribution.Ref ref, Contribution contribution) {
        return new WeekContribution(repository, IsoWeek.of(contribution.time()), ref.kind(), ref.number(), ref.id());
    }

    private void count(String repository, IsoWeek week, Contribution contribution, int times, long seenAt) {
        switch (contribution.author().kind()) {
            case BOT -> weeks.count(repository, week, WeekTally.ZERO.plus(Counter.BOT_CONTRIBUTIONS, times));
            case UNKNOWN -> weeks.count(repository, week, WeekTally.ZERO.plus(Counter.UNKNOWN_CONTRIBUTIONS, times));
            case HUMAN -> countPerson(repository, week, contribution, times, seenAt);
        }
    }

    private void countPerson(String repository, IsoWeek week, Contribution contribution, int times, long seenAt) {
        Author author = contribution.author();
        WeekPerson key = new WeekPerson(repository, week, author.id());
        PersonTally known = weekPeople.get(key);
        PersonTally before = known == null ? PersonTally.NONE : known;
        PersonTally after = before.plus(contribution.maintainer(), times);
        weekPeople.put(key, after.isNone() ? null : after);
        spectrum(repository, week, before.contributions(), -1);
        spectrum(repository, week, after.contributions(), 1);

        WeekTally change = WeekTally.ZERO
                .plus(Counter.CONTRIBUTIONS, times)
                .plus(Counter.CONTRIBUTORS, one(!after.isNone()) - one(!before.isNone()))
                .plus(Counter.COMMUNITY_CONTRIBUTORS, one(after.isCommunity()) - one(before.isCommunity()));
        if (contribution.maintainer()) {
            change = change.plus(Counter.MAINTAINER_CONTRIBUTIONS, times);
        }
        weeks.count(repository, week, change);
        if (before.isNone()) {
            appear(repository, week, author, seenAt);
        } else if (after.isNone()) {
            vanish(repository, week, author);
        } else {
            relabel(repository, author, seenAt);
        }
    }

    private void spectrum(String repository, IsoWeek week, long count, int people) {
        if (count > 0) {
            WeekSpectrum key = new WeekSpectrum(repository, week, count);
            Long known = spectra.get(key);
            long now = (known == null ? 0 : known) + people;
            spectra.put(key, now == 0 ? null : now);
        }
    }

    private void appear(String repository, IsoWeek week, Author author, long seenAt) {
        personWeeks.put(new PersonWeek(repository, author.id(), week), PRESENT);
        Person key = new Person(repository, author.id());
        PersonRecord known = people.get(key);
        PersonRecord person =
                known == null ? new PersonRecord(author.login(), seenAt, week) : known.seenAs(author.login(), seenAt);
        if (known != null && week.compareTo(known.firstWeek()) < 0) {
            person = person.withFirstWeek(week);
        }
        save(key, known, person);
    }

    private void vanish(String repository, IsoWeek week, Author author) {
        personWeeks.delete(new PersonWeek(repository, author.id(), week));
        Person key = new Person(repository, author.id());
        PersonRecord known = people.get(key);
        if (known != null && known.firstWeek().equals(week)) {
            IsoWeek first = firstWeeks.first(repository, author.id());
            save(key, known, first == null ? null : known.withFirstWeek(first));
        }
    }

    private void relabel(String repository, Author author, long seenAt) {
        Person key = new Person(repository, author.id());
        PersonRecord known = people.get(key);
        if (known != null) {
            save(key, known, known.seenAs(author.login(), seenAt));
        }
    }

    private void save(Person key, @Nullable PersonRecord before, @Nullable PersonRecord after) {
        if (after != null && after.equals(before)) {
            return;
        }
        people.put(key, after);
        IsoWeek was = before == null ? null : before.firstWeek();
        IsoWeek is = after == null ? null : after.firstWeek();
        if (was != null && !was.equals(is)) {
            weeks.count(key.repository(), was, WeekTally.ZERO.plus(Counter.NEWCOMERS, -1));
        }
        if (is != null && !is.equals(was)) {
            weeks.count(key.repository(), is, WeekTally.ZERO.plus(Counter.NEWCOMERS, 1));
        }
    }

    private static int one(boolean condition) {
        return condition ? 1 : 0;
    }
}
