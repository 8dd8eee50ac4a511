// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import dev.hallway.streams.http.RepositoryAccess.Held;
import dev.hallway.streams.read.CountedContribution;
import dev.hallway.streams.read.KnownPerson;
import dev.hallway.streams.read.Newcomer;
import dev.hallway.streams.read.PersonPlace;
import dev.hallway.streams.week.IsoWeek;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The people of a repository. */
final class PeopleResource {

    private PeopleResource() {}

    /** A page of them, newest first. */
    static void list(Context context, Held held) {
        String before = context.queryParam("before");
        PersonPlace place = before == null
                ? null
                : PersonPlace.parse(before).orElseThrow(() -> Parameters.noPlace("before", before));
        int limit = Parameters.limit(context);
        // One more than is shown tells whether a further page follows.
        List<KnownPerson> page = held.reader()
                .people(held.name(), place, limit + 1, Clock.systemUTC().instant());
        boolean last = page.size() <= limit;
        List<KnownPerson> shown = last ? page : page.subList(0, limit);
        Envelope.write(
                context,
                shown.stream().map(PersonView::of).toList(),
                last ? null : shown.get(limit - 1).place().toString(),
                held.freshness());
    }

    /**
     * A person as callers see them.
     *
     * @param login latest known login
     * @param firstAt when the first contribution counts, UTC
     * @param firstKind what it was
     * @param firstAnsweredSeconds how long the first response took to the item that the first contribution opened; null if
     *     there is none
     * @param firstPullRequestAt when the first pull request was opened, UTC; null if none was
     * @param firstMergeAt when a first own pull request was merged, UTC; null if none was
     * @param contributions how many there are until now
     * @param lastWeek week of the latest one
     * @param returned whether the person contributed in any of the 12 weeks after the first one; null if it is too early to
     *     tell
     * @param organisation the person's organisation now; null if there is none
     */
    record PersonView(
            String login,
            Instant firstAt,
            CountedContribution.Kind firstKind,
            @Nullable Long firstAnsweredSeconds,
            @Nullable Instant firstPullRequestAt,
            @Nullable Instant firstMergeAt,
            long contributions,
            IsoWeek lastWeek,
            @Nullable Boolean returned,
            @Nullable String organisation) {

        static PersonView of(KnownPerson person) {
            Newcomer newcomer = person.newcomer();
            return new PersonView(
                    newcomer.login(),
                    newcomer.firstAt(),
                    newcomer.firstKind(),
                    newcomer.firstAnsweredSeconds(),
                    newcomer.firstPullRequestAt(),
                    newcomer.firstMergeAt(),
                    newcomer.contributions(),
                    newcomer.lastWeek(),
                    newcomer.returned(),
                    person.organisation());
        }
    }
}
