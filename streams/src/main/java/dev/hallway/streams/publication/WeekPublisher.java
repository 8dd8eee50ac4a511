// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.publication;

import dev.hallway.streams.community.Community;
import dev.hallway.streams.figure.WeekDerivation;
import dev.hallway.streams.people.Classification;
import dev.hallway.streams.state.Scan;
import dev.hallway.streams.state.TableReader.Row;
import dev.hallway.streams.store.CommunityKey.OfEvent;
import dev.hallway.streams.store.CommunityKey.OfWeek;
import dev.hallway.streams.store.CommunityTables;
import dev.hallway.streams.store.FlowRow;
import dev.hallway.streams.store.RepositoryRow;
import dev.hallway.streams.store.RepositoryRow.Digests;
import dev.hallway.streams.store.WeekEvent;
import dev.hallway.streams.store.WeekRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Derives a week anew from all that happened in it, and publishes the rows that differ. */
final class WeekPublisher {

    private final Community community;
    private final Classification classification;
    private final Outlet outlet;

    WeekPublisher(Community community, Classification classification, Outlet outlet) {
        this.community = community;
        this.classification = classification;
        this.outlet = outlet;
    }

    void publish(OfWeek key) {
        WeekDerivation derivation = new WeekDerivation();
        Set<Long> contributors = new HashSet<>();
        List<OfEvent> withdrawn = new ArrayList<>();
        try (Scan<OfEvent, WeekEvent> scan = community.tables().scan(CommunityTables.EVENTS, key)) {
            while (scan.hasNext()) {
                Row<OfEvent, WeekEvent> row = scan.next();
                WeekEvent event = row.value();
                WeekEvent.Kind kind = row.key().kind();
                if (kind == WeekEvent.Kind.WITHDRAWN) {
                    withdrawn.add(row.key());
                } else {
                    if (kind.contribution().isPresent()) {
                        contributors.add(event.account());
                    }
                    derivation.add(
                            kind,
                            event,
                            classification.participant(
                                    community.accounts().known(key.repository(), event.account()),
                                    event.association(),
                                    event.time()));
                }
            }
        }
        settle(key, withdrawn, contributors);
        RepositoryRow repository = community.repository(key.repository());
        WeekRow row = derivation.row(
                repository.description().name(),
                key.week(),
                person -> community.accounts().weeks(key.repository(), person).startsWith(key.week()));
        WeekRow known = community.tables().get(CommunityTables.WEEKS, key);
        WeekRow before = known == null ? WeekRow.EMPTY : known;
        if (!row.equals(before)) {
            save(key, row);
            send(key, before, row);
            Digests digests = repository.digests().changed(key.week());
            if (!digests.equals(repository.digests())) {
                community.save(key.repository(), repository.with(digests));
            }
        }
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

    /** Accounts whose contributions were taken back are no contributors of the week unless something else is theirs. */
    private void settle(OfWeek key, List<OfEvent> withdrawn, Set<Long> contributors) {
        for (OfEvent mark : withdrawn) {
            if (!contributors.contains(mark.id())) {
                community.accounts().didNotContribute(key.repository(), mark.id(), key.week());
            }
            community.tables().delete(CommunityTables.EVENTS, mark);
        }
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
    }
}
