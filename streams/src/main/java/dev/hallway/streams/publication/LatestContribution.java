// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.publication;

import dev.hallway.health.NewcomersWeek;
import dev.hallway.streams.community.Community;
import dev.hallway.streams.figure.CohortTally;
import dev.hallway.streams.read.Definitions;
import dev.hallway.streams.state.Scan;
import dev.hallway.streams.state.TableReader.Row;
import dev.hallway.streams.store.CommunityKey.OfRepository;
import dev.hallway.streams.store.CommunityKey.OfWeek;
import dev.hallway.streams.store.CommunityTables;
import dev.hallway.streams.store.RepositoryRow;
import dev.hallway.streams.store.WeekRow;
import dev.hallway.streams.week.IsoWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps in which week anybody last contributed to a repository: until twelve weeks after somebody came, it is not known
 * whether they will return.
 */
final class LatestContribution {

    private final Community community;
    private final BiConsumer<OfWeek, WeekRow> replace;

    /**
     * Over the tables of a task.
     *
     * @param replace writes the row of a week down and publishes what of it differs
     */
    LatestContribution(Community community, BiConsumer<OfWeek, WeekRow> replace) {
        this.community = community;
        this.replace = replace;
    }

    /** Takes in whether anybody contributed in a week, whose row is written. */
    void settle(OfWeek key, boolean contributed) {
        IsoWeek known = community.repository(key.repository()).lastContribution();
        if (contributed && (known == null || known.compareTo(key.week()) < 0)) {
            move(key.repository(), known, key.week());
        } else if (!contributed && key.week().equals(known)) {
            move(key.repository(), known, latest(key.repository()));
        }
    }

    private @Nullable IsoWeek latest(String repository) {
        IsoWeek latest = null;
        try (Scan<OfWeek, WeekRow> weeks =
                community.tables().scan(CommunityTables.WEEKS, new OfRepository(repository))) {
            while (weeks.hasNext()) {
                Row<OfWeek, WeekRow> week = weeks.next();
                latest = week.value().contributorDiversity() == null
                        ? latest
                        : week.key().week();
            }
        }
        return latest;
    }

    private void move(String repository, @Nullable IsoWeek before, @Nullable IsoWeek after) {
        RepositoryRow known = community.repository(repository);
        community.save(repository, known.lastContributedIn(after));
        for (Row<OfWeek, WeekRow> week : weeksFrom(repository, firstThatMayDiffer(before, after))) {
            NewcomersWeek cohort = week.value().newcomers();
            if (cohort != null) {
                replace.accept(week.key(), week.value().with(CohortTally.asOf(cohort, after)));
            }
        }
    }

    /** Of everybody who came earlier it was known already, and still is. */
    private static IsoWeek firstThatMayDiffer(@Nullable IsoWeek before, @Nullable IsoWeek after) {
        int earlier = Math.min(ordinal(before), ordinal(after));
        return new IsoWeek(Math.max(0, earlier - Definitions.WEEKS_TO_RETURN));
    }

    private static int ordinal(@Nullable IsoWeek week) {
        return week == null ? 0 : week.ordinal();
    }

    private List<Row<OfWeek, WeekRow>> weeksFrom(String repository, IsoWeek first) {
        List<Row<OfWeek, WeekRow>> rows = new ArrayList<>();
        try (Scan<OfWeek, WeekRow> weeks = community
                .tables()
                .scan(CommunityTables.WEEKS, new OfRepository(repository), new OfWeek(repository, first))) {
            weeks.forEach(rows::add);
        }
        return rows;
    }
}
