// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.portfolio;

import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the data of a repository reach.
 *
 * @param first week of the first event; null if there is none
 * @param end the last week of which anything can be known; null if nothing can
 */
record Reach(@Nullable IsoWeek first, @Nullable IsoWeek end) {

    static Reach of(RepositorySummary summary) {
        Instant syncedAt = summary.syncedAt();
        IsoWeek last = summary.lastWeek();
        IsoWeek synced = syncedAt == null ? null : IsoWeek.of(syncedAt);
        return new Reach(
                summary.firstWeek(), synced == null || (last != null && last.compareTo(synced) > 0) ? last : synced);
    }

    /** The present week, or the last of which anything can be known if that is earlier. */
    IsoWeek last(IsoWeek present) {
        return end == null || end.compareTo(present) > 0 ? present : end;
    }

    /** True if a week without a row is one in which nothing happened. */
    boolean contains(IsoWeek week) {
        return first != null && end != null && new WeekRange(first, end).contains(week);
    }
}
