// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.community;

import dev.hallway.streams.fact.Actor;
import dev.hallway.streams.store.CommunityKey.OfEvent;
import dev.hallway.streams.store.CommunityTables;
import dev.hallway.streams.store.WeekEvent;
import dev.hallway.streams.week.IsoWeek;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes down what happened in which week, and takes back what stood there before. */
public final class WeekEvents {

    private final Community community;

    /** The events of a task's repositories. */
    public WeekEvents(Community community) {
        this.community = community;
    }

    /**
     * Replaces one event by another of the same item, kind and id.
     *
     * @param before as it stands now; null if it does not
     * @param after as it shall stand; null if it shall not any more
     */
    public void replace(
            String repository,
            long number,
            WeekEvent.Kind kind,
            long id,
            @Nullable WeekEvent before,
            @Nullable WeekEvent after) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before != null) {
            takeBack(repository, number, kind, id, before, after);
        }
        if (after != null) {
            put(repository, number, kind, id, after);
        }
    }

    private void takeBack(
            String repository, long number, WeekEvent.Kind kind, long id, WeekEvent before, @Nullable WeekEvent after) {
        IsoWeek week = IsoWeek.of(before.time());
        boolean sameWeek = after != null && IsoWeek.of(after.time()).equals(week);
        if (!sameWeek) {
            community.tables().delete(CommunityTables.EVENTS, new OfEvent(repository, week, number, kind, id));
            community.weekChanged(repository, week);
        }
        boolean sameAccount = sameWeek && after != null && after.account() == before.account();
        if (!sameAccount && kind.contribution().isPresent() && before.account() != Actor.DELETED_ID) {
            // Whether the account contributed anything else is seen when the week is derived.
            community
                    .tables()
                    .put(
                            CommunityTables.EVENTS,
                            OfEvent.withdrawn(repository, week, before.account()),
                            WeekEvent.at(before.time(), WeekEvent.NONE, false));
        }
    }

    private void put(String repository, long number, WeekEvent.Kind kind, long id, WeekEvent event) {
        IsoWeek week = IsoWeek.of(event.time());
        community.tables().put(CommunityTables.EVENTS, new OfEvent(repository, week, number, kind, id), event);
        community.weekChanged(repository, week);
        if (kind.contribution().isPresent()) {
            community.accounts().contributed(repository, event.account(), week);
        } else if (kind == WeekEvent.Kind.REVIEW_WITHOUT_TEXT) {
            community.accounts().wasActive(repository, event.account(), week);
        }
    }
}
