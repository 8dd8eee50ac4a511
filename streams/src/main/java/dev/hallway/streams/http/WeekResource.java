// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import dev.hallway.streams.http.RepositoryAccess.Held;
import dev.hallway.streams.http.RepositoryAccess.Resource;
import io.javalin.http.Context;

/** What the figures of a week were counted from. */
final class WeekResource {

    private WeekResource() {}

    static void contributors(Context context, Held held) {
        Envelope.write(
                context, held.reader().contributors(held.name(), Parameters.pathWeek(context)), held.freshness());
    }

    static void contributions(Context context, Held held) {
        Envelope.write(
                context, held.reader().contributions(held.name(), Parameters.pathWeek(context)), held.freshness());
    }

    static Resource explain(Explanation.Rule rule) {
        return (context, held) -> Envelope.write(
                context,
                Explanation.of(rule, held.reader(), held.name(), Parameters.pathWeek(context)),
                held.freshness());
    }
}
