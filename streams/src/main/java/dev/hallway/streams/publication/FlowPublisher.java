// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.publication;

import dev.hallway.health.FlowWeek;
import dev.hallway.streams.community.Community;
import dev.hallway.streams.figure.FlowDerivation;
import dev.hallway.streams.state.Scan;
import dev.hallway.streams.store.CommunityKey.OfRepository;
import dev.hallway.streams.store.CommunityKey.OfWeek;
import dev.hallway.streams.store.CommunityTables;
import dev.hallway.streams.store.RepositoryRow;
import dev.hallway.streams.store.RepositoryRow.Digests;
import dev.hallway.streams.store.WeekRow;
import dev.hallway.streams.week.IsoWeek;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Publishes the flow of a repository: the balance of open items carries on from each week into every later one. */
final class FlowPublisher {

    private final Community community;
    private final Outlet outlet;

    FlowPublisher(Community community, Outlet outlet) {
        this.community = community;
        this.outlet = outlet;
    }

    void publish(String repository) {
        NavigableMap<IsoWeek, WeekRow> weeks = weeks(repository);
        RepositoryRow known = community.repository(repository);
        NavigableMap<IsoWeek, FlowWeek> rows =
                FlowDerivation.rows(known.description().name(), weeks);
        TreeSet<IsoWeek> all = new TreeSet<>(weeks.keySet());
        all.addAll(rows.keySet());
        Digests digests = known.digests();
        for (IsoWeek week : all) {
            WeekRow row = weeks.getOrDefault(week, WeekRow.EMPTY);
            FlowWeek flow = rows.get(week);
            if (!Objects.equals(row.flow(), flow)) {
                save(new OfWeek(repository, week), row.withFlow(flow));
                outlet.send(Output.FLOW, repository, week, flow);
                digests = digests.changed(week);
            }
        }
        RepositoryRow changed = known.between(firstCounted(weeks), firstCounted(weeks.descendingMap()))
                .with(digests);
        if (!changed.equals(known)) {
            community.save(repository, changed);
        }
    }

    private NavigableMap<IsoWeek, WeekRow> weeks(String repository) {
        NavigableMap<IsoWeek, WeekRow> weeks = new TreeMap<>();
        try (Scan<OfWeek, WeekRow> scan =
                community.tables().scan(CommunityTables.WEEKS, new OfRepository(repository))) {
            scan.forEach(row -> weeks.put(row.key().week(), row.value()));
        }
        return weeks;
    }

    private void save(OfWeek key, WeekRow row) {
        if (row.isEmpty()) {
            community.tables().delete(CommunityTables.WEEKS, key);
        } else {
            community.tables().put(CommunityTables.WEEKS, key, row);
        }
    }

    private static @Nullable IsoWeek firstCounted(NavigableMap<IsoWeek, WeekRow> weeks) {
        return weeks.entrySet().stream()
                .filter(week -> week.getValue().isCounted())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
