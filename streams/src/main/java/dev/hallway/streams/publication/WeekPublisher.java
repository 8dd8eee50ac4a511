// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.publication;

import dev.hallway.streams.change.ChangeKind;
import dev.hallway.streams.community.Community;
import dev.hallway.streams.figure.WeekDerivation;
import dev.hallway.streams.people.Classification;
import dev.hallway.streams.state.Scan;
import dev.hallway.streams.state.TableReader.Row;
import dev.hallway.streams.store.CommunityKey.OfEvent;
import dev.hallway.streams.store.CommunityKey.OfWeek;
import dev.hallway.streams.store.CommunityTables;
import dev.hallway.streams.store.ContributionWeeks.Kinds;
import dev.hallway.streams.store.FlowRow;
import dev.hallway.streams.store.RepositoryRow;
import dev.hallway.streams.store.WeekEvent;
import dev.hallway.streams.store.WeekRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Derives a week anew from all that happened in it, and publishes the rows that differ. */
final class WeekPublisher {

    private final Community community;
    private final Classification classification;
    private final Outlet outlet;
    private final LatestContribution latest;

    WeekPublisher(Community community, Classification classification, Outlet outlet) {
        this.community = community;
        this.classification = classification;
        this.outlet = outlet;
        latest = new LatestContribution(community, this::replace);
    }

    void publish(OfWeek key) {
        String repository = key.repository();
        WeekDerivation derivation = new WeekDerivation(
                repository,
                key.week(),
                classification,
                account -> community.accounts().known(repository, account),
                person -> community.accounts().person(repository, person));
        List<OfEvent> withdrawn = new ArrayList<>();
        try (Scan<OfEvent, WeekEvent> scan = community.tables().scan(CommunityTables.EVENTS, key)) {
            while (scan.hasNext()) {
                Row<OfEvent, WeekEvent> row = scan.next();
                if (row.key().kind() == WeekEvent.Kind.WITHDRAWN) {
                    withdrawn.add(row.key());
                } else {
                    derivation.add(row.key().kind(), row.key().id(), row.value());
                }
            }
        }
        settle(key, withdrawn, derivation.contributors());
        RepositoryRow about = community.repository(repository);
        WeekRow row = derivation.row(about.description().name(), about.lastContribution());
        replace(key, row);
        latest.settle(key, row.contributorDiversity() != null);
        publishFlow(key, derivation, !row.isEmpty());
    }

    private void publishFlow(OfWeek key, WeekDerivation derivation, boolean counted) {
        FlowRow known = community.tables().get(CommunityTables.FLOW, key);
        FlowRow before = known == null ? FlowRow.EMPTY : known;
        boolean eventful = derivation.isEventful();
        FlowRow row = before.counting(derivation.flow(), eventful, eventful || counted);
        if (!row.equals(before)) {
            community.tables().put(CommunityTables.FLOW, key, row);
            community.flowChanged(key.repository());
        }
    }

    /** Writes a row down and publishes what of it differs. */
    private void replace(OfWeek key, WeekRow row) {
        WeekRow known = community.tables().get(CommunityTables.WEEKS, key);
        WeekRow before = known == null ? WeekRow.EMPTY : known;
        if (!row.equals(before)) {
            save(key, row);
            send(key, before, row);
            RepositoryRow repository = community.repository(key.repository());
            community.save(
                    key.repository(), repository.with(repository.digests().changed(key.week())));
        }
    }

    /** Accounts whose contributions were taken back are no contributors of the week unless something else is theirs. */
    private void settle(OfWeek key, List<OfEvent> withdrawn, Map<Long, Kinds> contributors) {
        contributors.forEach(
                (account, kinds) -> community.accounts().contributedAs(key.repository(), account, key.week(), kinds));
        for (OfEvent mark : withdrawn) {
            if (!contributors.containsKey(mark.id())) {
                community.accounts().contributedAs(key.repository(), mark.id(), key.week(), Kinds.NONE);
            }
            community.tables().delete(CommunityTables.EVENTS, mark);
        }
        // What this tells of the newcomers of the week itself is in the row that is made next.
        community.changes().forget(key.repository(), ChangeKind.WEEK, key.week().ordinal());
    }

    private void save(OfWeek key, WeekRow row) {
        if (row.isEmpty()) {
            community.tables().delete(CommunityTables.WEEKS, key);
        } else {
            community.tables().put(CommunityTables.WEEKS, key, row);
        }
    }

    private void send(OfWeek key, WeekRow before, WeekRow after) {
        if (!Objects.equals(before.feedbackLatency(), after.feedbackLatency())) {
            outlet.send(Output.FEEDBACK_LATENCY, key.repository(), key.week(), after.feedbackLatency());
        }
        if (!Objects.equals(before.contributorDiversity(), after.contributorDiversity())) {
            outlet.send(Output.CONTRIBUTOR_DIVERSITY, key.repository(), key.week(), after.contributorDiversity());
        }
        if (!Objects.equals(before.responsiveness(), after.responsiveness())) {
            outlet.send(Output.RESPONSIVENESS, key.repository(), key.week(), after.responsiveness());
        }
        if (!Objects.equals(before.organisations(), after.organisations())) {
            outlet.send(Output.ORGANISATIONS, key.repository(), key.week(), after.organisations());
        }
        if (!Objects.equals(before.merging(), after.merging())) {
            outlet.send(Output.MERGING, key.repository(), key.week(), after.merging());
        }
        if (!Objects.equals(before.newcomers(), after.newcomers())) {
            outlet.send(Output.NEWCOMERS, key.repository(), key.week(), after.newcomers());
        }
    }
}
