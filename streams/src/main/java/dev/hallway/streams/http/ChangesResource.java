// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import dev.hallway.service.http.EventStream;
import dev.hallway.streams.live.FigureChange;
import dev.hallway.streams.live.Interest;
import io.javalin.http.Context;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The changes of figures, told as they happen. Needs no worker: nothing is read, and nobody is waited for. */
final class ChangesResource {

    private static final int MOST_NAMES = 100;
    // As GitHub names them.
    private static final Pattern OWNER = Pattern.compile("[A-Za-z0-9_-]{1,39}");
    private static final Pattern REPOSITORY = Pattern.compile(OWNER + "/[A-Za-z0-9._-]{1,100}");

    private final EventStream<FigureChange> stream;

    ChangesResource(EventStream<FigureChange> stream) {
        this.stream = stream;
    }

    void listen(Context context) {
        String unused = Accepts.preferred(context, List.of(Accepts.EVENTS));
        Interest interest = new Interest(
                names(context, "repository", REPOSITORY, "write it as owner/repo."),
                names(context, "owner", OWNER, "give the name of a user or an organisation."));
        stream.open(context, ChangeStream.opened(RepositoryAccess.servedBy(context)), interest);
    }

    private static Set<String> names(Context context, String parameter, Pattern form, String right) {
        List<String> names = context.queryParams(parameter);
        if (names.size() > MOST_NAMES) {
            throw Parameters.wrong(
                    parameter,
                    names.size() + " times given",
                    "give it up to " + MOST_NAMES + " times, or leave it out to be told of everything.");
        }
        for (String name : names) {
            if (!form.matcher(name).matches()) {
                throw Parameters.wrong(parameter, name, right);
            }
        }
        return new HashSet<>(names);
    }
}
