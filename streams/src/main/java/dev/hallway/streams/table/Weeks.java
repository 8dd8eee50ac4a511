// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.table;

import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import java.util.Optional;

/** Which weeks of a repository a table covers. */
@FunctionalInterface
public interface Weeks {

    /** The weeks; empty if the repository has none. */
    Optional<WeekRange> of(CommunityReader reader, String repository);

    /** Every week from the first event to where the data end. */
    static Weeks known() {
        return (reader, repository) -> reader.repository(repository).flatMap(Weeks::known);
    }

    /**
     * The weeks from the first event to where the data end; empty if there is no event.
     *
     * <p>Not to the last event of the repository: a merge elsewhere may answer its feedback later.
     */
    static Optional<WeekRange> known(RepositorySummary summary) {
        IsoWeek first = summary.firstWeek();
        IsoWeek last = summary.lastWeek();
        if (first == null || last == null) {
            return Optional.empty();
        }
        IsoWeek synced = summary.syncedAt() == null ? last : IsoWeek.of(summary.syncedAt());
        return Optional.of(new WeekRange(first, synced.compareTo(last) > 0 ? synced : last));
    }

    /** Just these weeks. */
    static Weeks only(WeekRange weeks) {
        return (reader, repository) -> Optional.of(weeks);
    }
}
