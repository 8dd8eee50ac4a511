// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.publication;

import dev.hallway.streams.community.Community;
import dev.hallway.streams.figure.FlowDerivation;
import dev.hallway.streams.state.Scan;
import dev.hallway.streams.store.CommunityKey.OfRepository;
import dev.hallway.streams.store.CommunityKey.OfWeek;
import dev.hallway.streams.store.CommunityTables;
import dev.hallway.streams.store.FlowRow;
import dev.hallway.streams.store.RepositoryRow;
import dev.hallway.streams.store.RepositoryRow.Digests;
import dev.hallway.streams.week.IsoWeek;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Publishes the flow of a repository: the balance of open items carries on from each week into every later one. */
final class FlowPublisher {

    private final Community community;
    private final Outlet outlet;

    FlowPublisher(Community community, Outlet outlet) {
        this.community = community;
        this.outlet = outlet;
    }

    /**
     * Publishes the rows that differ.
     *
     * @param all whether to publish those again that do not differ
     */
    void publish(String repository, boolean all) {
        NavigableMap<IsoWeek, FlowRow> weeks = weeks(repository);
        RepositoryRow known = community.repository(repository);
        Digests digests = known.digests();
        for (Map.Entry<IsoWeek, FlowRow> entry : FlowDerivation.rows(weeks).entrySet()) {
            IsoWeek week = entry.getKey();
            FlowRow row = entry.getValue();
            boolean differs = !row.equals(weeks.get(week));
            if (differs) {
                save(new OfWeek(repository, week), row);
            }
            if (differs || (all && row.isPublished())) {
                outlet.send(
                        Output.FLOW,
                        repository,
                        week,
                        FlowDerivation.week(known.description().name(), week, row));
                digests = digests.changed(week);
            }
        }
        community.save(
                repository,
                known.between(firstCounted(weeks), firstCounted(weeks.descendingMap()))
                        .with(digests));
    }

    private NavigableMap<IsoWeek, FlowRow> weeks(String repository) {
        NavigableMap<IsoWeek, FlowRow> weeks = new TreeMap<>();
        try (Scan<OfWeek, FlowRow> scan = community.tables().scan(CommunityTables.FLOW, new OfRepository(repository))) {
            scan.forEach(row -> weeks.put(row.key().week(), row.value()));
        }
        return weeks;
    }

    private void save(OfWeek key, FlowRow row) {
        if (row.isEmpty()) {
            community.tables().delete(CommunityTables.FLOW, key);
        } else {
            community.tables().put(CommunityTables.FLOW, key, row);
        }
    }

    private static @Nullable IsoWeek firstCounted(NavigableMap<IsoWeek, FlowRow> weeks) {
        return weeks.entrySet().stream()
                .filter(week -> week.getValue().counted())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
