// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.table;

import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.week.WeekRange;
import java.util.Optional;

/** Which weeks of a repository a table covers. */
@FunctionalInterface
public interface Weeks {

    /** The weeks; empty if the repository has none. */
    Optional<WeekRange> of(CommunityReader reader, String repository);

    /** Every week from the first event to the last. */
    static Weeks known() {
        return (reader, repository) -> reader.repository(repository).flatMap(Weeks::known);
    }

    /** The weeks from the first event to the last; empty if there is none. */
    static Optional<WeekRange> known(RepositorySummary summary) {
        return summary.firstWeek() == null || summary.lastWeek() == null
                ? Optional.empty()
                : Optional.of(new WeekRange(summary.firstWeek(), summary.lastWeek()));
    }

    /** Just these weeks. */
    static Weeks only(WeekRange weeks) {
        return (reader, repository) -> Optional.of(weeks);
    }
}
