// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import dev.hallway.streams.comparison.Comparisons;
import dev.hallway.streams.http.RepositoryAccess.Held;
import dev.hallway.streams.http.RepositoryAccess.Resource;
import io.javalin.http.Context;

/** What the figures of a week were counted from, and which of them changed. */
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

    /** What changed in the week, beside the weeks before it. */
    static void changes(Context context, Held held) {
        Envelope.write(
                context,
                Comparisons.ofWeek(held.reader(), held.summary(), Parameters.pathWeek(context)),
                held.freshness());
    }

    static Resource explain(Explanation.Rule rule) {
        return (context, held) -> Envelope.write(
                context,
                Explanation.of(rule, held.reader(), held.name(), Parameters.pathWeek(context)),
                held.freshness());
    }
}
