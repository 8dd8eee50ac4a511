// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import dev.hallway.health.Story;
import dev.hallway.health.StoryState;
import dev.hallway.service.http.Problem;
import dev.hallway.streams.http.RepositoryAccess.Held;
import io.javalin.http.Context;
import java.util.List;

/** Stories: feedback from the request to the last merge. */
final class StoriesResource {

    private StoriesResource() {}

    private enum Order {
        NUMBER,
        NEWEST
    }

    /** A page of stories in order of their numbers, or the newest first; all or those in one state. */
    static void list(Context context, Held held) {
        StoryState state = Parameters.choice(context, "state", StoryState.class);
        int limit = Parameters.limit(context);
        long after = Parameters.cursor(context);
        List<Story> found = Parameters.choice(context, "order", Order.class) == Order.NEWEST
                ? held.reader().newestStories(held.name(), after == 0 ? Long.MAX_VALUE : after, limit + 1, state)
                : held.reader().stories(held.name(), after, limit + 1, state);
        AnswerPage<Story> page = AnswerPage.ofOneMore(found, limit);
        Envelope.write(
                context,
                page.shown().stream().map(AvroView::of).toList(),
                page.next(Story::getNumber),
                held.freshness());
    }

    static void one(Context context, Held held) {
        long number = Parameters.pathNumber(context);
        Story story = held.reader()
                .story(held.name(), number)
                .orElseThrow(() -> new Problem.Found(
                        404,
                        held.name() + "#" + number + " is no feedback issue: stories are of issues opened by people."));
        Envelope.write(context, AvroView.of(story), held.freshness());
    }
}
