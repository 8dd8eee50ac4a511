// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import dev.hallway.service.http.EventStream;
import dev.hallway.service.http.ServerSentEvent;
import dev.hallway.streams.json.Json;
import dev.hallway.streams.live.FigureChange;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** How changes are told to those who listen. */
public final class ChangeStream {

    /** Name of the event that says that a row, or a repository, has changed. */
    public static final String CHANGE = "change";

    /** Name of the event that says that anything may have changed. */
    public static final String RESET = "reset";

    static final String OPEN = "open";

    private ChangeStream() {}

    /** A stream to which nobody listens yet. */
    public static EventStream<FigureChange> create() {
        return new EventStream<>(ChangeStream::event, new FigureChange.OfAnything());
    }

    /** The first event of every stream. */
    static ServerSentEvent opened(String servedBy) {
        return event(OPEN, Map.of("servedBy", servedBy));
    }

    private static ServerSentEvent event(FigureChange change) {
        if (change instanceof FigureChange.OfRow row) {
            return event(CHANGE, row(row));
        } else if (change instanceof FigureChange.OfRepository all) {
            return event(CHANGE, Map.of("repository", all.repository()));
        }
        return event(RESET, Map.of());
    }

    private static Map<String, Object> row(FigureChange.OfRow row) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("table", row.table());
        said.put("repository", row.repository());
        if (row.place() instanceof FigureChange.InWeek in) {
            said.put("week", in.week());
        } else if (row.place() instanceof FigureChange.OfItem of) {
            said.put("number", of.number());
        }
        if (row.deleted()) {
            said.put("deleted", true);
        }
        return said;
    }

    private static ServerSentEvent event(String name, Map<String, Object> data) {
        return new ServerSentEvent(name, new String(Json.bytes(data), StandardCharsets.UTF_8));
    }
}
