// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.http;

import java.util.regex.Pattern;

/**
 * A server-sent event, as the HTML standard defines it.
 *
 * @param name what kind of event it is; one line
 * @param data what it says
 */
public record ServerSentEvent(String name, String data) {

    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

    /** Refuses a name that would end its line. */
    public ServerSentEvent {
        if (LINE_END.matcher(name).find()) {
            throw new IllegalArgumentException("The name of an event is one line, not '" + name + "'.");
        }
    }

    /** As it goes over the line, with the id from which a reader goes on. */
    String withId(String id) {
        return "id: " + id + "\n" + withoutId();
    }

    /** As it goes over the line; a reader goes on from where it was. */
    String withoutId() {
        StringBuilder text = new StringBuilder("event: ").append(name);
        for (String line : LINE_END.split(data, -1)) {
            text.append("\ndata: ").append(line);
        }
        return text.append("\n\n").toString();
    }
}
