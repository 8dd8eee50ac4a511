// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.query;

import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.health.MergingWeek;
import dev.hallway.health.OrganisationsWeek;
import dev.hallway.streams.figure.ContributionTally;
import dev.hallway.streams.figure.DeedTally;
import dev.hallway.streams.figure.MergingTally;
import dev.hallway.streams.figure.OrganisationTally;
import dev.hallway.streams.people.Classification;
import dev.hallway.streams.people.Participant;
import dev.hallway.streams.read.Contributor;
import dev.hallway.streams.state.Scan;
import dev.hallway.streams.state.TableReader;
import dev.hallway.streams.state.TableReader.Row;
import dev.hallway.streams.store.CommunityKey.OfEvent;
import dev.hallway.streams.store.CommunityKey.OfRepository;
import dev.hallway.streams.store.CommunityKey.OfWeek;
import dev.hallway.streams.store.CommunityTables;
import dev.hallway.streams.store.PersonAccounts;
import dev.hallway.streams.store.WeekEvent;
import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/** Who contributed to a repository in some weeks, tallied from what happened in them. */
final class WeekTallies {

    private final TableReader tables;
    private final Classification classification;
    private final String repository;
    private final String name;
    private final KnownAccounts accounts;

    /**
     * Of a repository.
     *
     * @param repository as keys write it
     * @param name as GitHub writes it
     */
    WeekTallies(TableReader tables, Classification classification, String repository, String name) {
        this.tables = tables;
        this.classification = classification;
        this.repository = repository;
        this.name = name;
        accounts = new KnownAccounts(tables, repository);
    }

    List<ContributorDiversityWeek> diversity(WeekRange range, int weeks) {
        SlidingWeeks<ContributionTally> tallies =
                new SlidingWeeks<>(range, weeks, ContributionTally::new, ContributionTally::addAll);
        forEachContribution(
                tallies.read(), (event, row) -> tallies.in(event.week()).add(participant(row)));
        return tallies.rows((window, tally) -> tally.row(name, window.last(), newcomers(window, tally)));
    }

    private long newcomers(WeekRange range, ContributionTally tally) {
        return tally.people().keySet().stream()
                .filter(person -> accounts.person(person)
                        .weeks()
                        .first()
                        .filter(first -> range.contains(first))
                        .isPresent())
                .count();
    }

    List<OrganisationsWeek> organisations(WeekRange range, int weeks) {
        SlidingWeeks<OrganisationTally> tallies = new SlidingWeeks<>(
                range, weeks, () -> new OrganisationTally(classification.knowsHome()), OrganisationTally::addAll);
        forEachContribution(
                tallies.read(), (event, row) -> tallies.in(event.week()).add(participant(row)));
        return tallies.rows((window, tally) -> tally.row(name, window.last()));
    }

    List<MergingWeek> merging(WeekRange range, int weeks) {
        SlidingWeeks<MergingTally> tallies = new SlidingWeeks<>(range, weeks, MergingTally::new, MergingTally::addAll);
        forEachContribution(tallies.read(), (event, row) -> {
            if (event.kind() == WeekEvent.Kind.PULL_REQUEST_MERGED) {
                Participant merger = classification.participant(accounts.known(row.merger()), repository, row.time());
                tallies.in(event.week()).add(participant(row), merger, row.marked());
            }
        });
        return tallies.rows((window, tally) -> tally.row(name, window.last()));
    }

    /** Most contributions first, then by login. */
    List<Contributor> contributors(IsoWeek week) {
        ContributionTally tally = new ContributionTally();
        Map<Long, DeedTally> deeds = new HashMap<>();
        forEachContribution(new WeekRange(week, week), (event, row) -> {
            Participant participant = participant(row);
            tally.add(participant);
            if (participant.isKnownPerson()) {
                deeds.computeIfAbsent(participant.person(), person -> new DeedTally())
                        .add(deed(event, row));
            }
        });
        List<Contributor> contributors = new ArrayList<>();
        tally.people().forEach((person, counted) -> {
            PersonAccounts known = accounts.person(person);
            IsoWeek first = known.weeks().first().orElse(week);
            boolean mergedBefore = known.kinds().merges().before(week).isPresent();
            DeedTally done = deeds.get(person);
            contributors.add(new Contributor(
                    person,
                    counted.login(),
                    counted.contributions(),
                    counted.asMaintainer(),
                    first,
                    first.equals(week),
                    known.weeks().before(week).orElse(null),
                    done == null ? Contributor.Deeds.NONE : done.deeds(mergedBefore)));
        });
        contributors.sort(Comparator.comparing(Contributor::contributions)
                .reversed()
                .thenComparing(contributor -> contributor.login().toLowerCase(Locale.ROOT)));
        return contributors;
    }

    private static Contributor.Deed deed(OfEvent event, WeekEvent row) {
        return new Contributor.Deed(event.kind().contribution().orElseThrow(), event.number(), row.time());
    }

    private Participant participant(WeekEvent event) {
        return classification.participant(
                accounts.known(event.account()), repository, event.association(), event.time());
    }

    private void forEachContribution(WeekRange range, BiConsumer<OfEvent, WeekEvent> consumer) {
        try (Scan<OfEvent, WeekEvent> events = tables.scan(
                CommunityTables.EVENTS, new OfRepository(repository), new OfWeek(repository, range.first()))) {
            while (events.hasNext()) {
                Row<OfEvent, WeekEvent> event = events.next();
                if (event.key().week().compareTo(range.last()) > 0) {
                    break;
                }
                if (event.key().kind().contribution().isPresent()) {
                    consumer.accept(event.key(), event.value());
                }
            }
        }
    }
}
