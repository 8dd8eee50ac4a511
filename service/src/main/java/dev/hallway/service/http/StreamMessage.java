// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.http;

import java.nio.charset.StandardCharsets;

/** Something that goes over the line of an event stream, written once however many read it. */
final class StreamMessage {

    /** A comment, which readers ignore. */
    static final StreamMessage HEARTBEAT = new StreamMessage("", ": still here\n\n");

    private final String name;
    private final byte[] bytes;

    StreamMessage(String name, String text) {
        this.name = name;
        this.bytes = text.getBytes(StandardCharsets.UTF_8);
    }

    /** Name of the event; empty if it is none. */
    String name() {
        return name;
    }

    /** What goes over the line; not to be changed. */
    byte[] bytes() {
        return bytes;
    }
}
