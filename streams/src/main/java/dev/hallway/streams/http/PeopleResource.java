// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.hallway.streams.http.RepositoryAccess.Held;
import dev.hallway.streams.read.KnownPerson;
import dev.hallway.streams.read.Newcomer;
import dev.hallway.streams.read.PersonPlace;
import io.javalin.http.Context;
import java.time.Clock;
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
        AnswerPage<KnownPerson> page = AnswerPage.ofOneMore(
                held.reader()
                        .people(held.name(), place, limit + 1, Clock.systemUTC().instant()),
                limit);
        Envelope.write(
                context,
                page.shown().stream().map(PersonView::of).toList(),
                page.next(person -> person.place().toString()),
                held.freshness());
    }

    /**
     * A person as callers see them.
     *
     * @param person who it is, and what became of them
     * @param organisation the person's organisation now; null if there is none
     */
    record PersonView(
            @JsonUnwrapped Newcomer person, @Nullable String organisation) {

        static PersonView of(KnownPerson known) {
            return new PersonView(known.newcomer(), known.organisation());
        }
    }
}
