// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.table;

import java.util.List;
import java.util.Optional;

/** Every table of the metric definitions, over the whole known history. */
public final class Tables {

    /** All tables. */
    public static final List<Table> ALL = List.of(
            ItemTables.FEEDBACK_LATENCY,
            WeeklyTables.feedbackLatency(Weeks.known()),
            ItemTables.FIRST_RESPONSE,
            WeeklyTables.responsiveness(Weeks.known()),
            WeeklyTables.contributorDiversity(Weeks.known()),
            WeeklyTables.flow(Weeks.known()),
            ItemTables.REFERENCES,
            ItemTables.PULL_REQUESTS,
            WeeklyTables.organisations(Weeks.known()),
            WeeklyTables.merging(Weeks.known()),
            OnDemandTables.NEWCOMERS,
            WeeklyTables.newcomerCohorts(Weeks.known()),
            OnDemandTables.BACKLOG,
            OnDemandTables.CHANGES);

    private Tables() {}

    /** The table of that name; empty if there is none. */
    public static Optional<Table> named(String name) {
        return ALL.stream().filter(table -> table.name().equals(name)).findFirst();
    }
}
