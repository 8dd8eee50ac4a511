// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator;

import java.util.Map;

/** What can go wrong with one answer. */
public sealed interface Fault {

    /** Another answer than the right one. */
    record Reply(int status, Map<String, String> headers, String body) implements Fault {

        /** Copies the headers. */
        public Reply {
            headers = Map.copyOf(headers);
        }
    }

    /** The right answer, broken off after the given share of its body; 0 for no byte of it. */
    record BrokenOff(double share) implements Fault {}

    /** The page GitHub's front servers send when those behind are too slow. */
    static Fault badGateway() {
        return new Reply(502, Map.of("Content-Type", "text/html"), "<html><body>502 Bad Gateway</body></html>");
    }

    /** A secondary limit that says how long to wait. */
    static Fault tooManyRequests(int retryAfterSeconds) {
        return new Reply(
                429,
                Map.of("Retry-After", Integer.toString(retryAfterSeconds)),
                "{\"message\":\"You have exceeded a secondary rate limit.\"}");
    }

    /** A secondary limit of which only the text tells. */
    static Fault secondaryLimitInBody() {
        return new Reply(
                403,
                Map.of("Content-Type", "application/json"),
                "{\"message\":\"You have exceeded a secondary rate limit. Please wait a few minutes.\"}");
    }

    /** A success whose JSON is broken. */
    static Fault garbage() {
        return new Reply(200, Map.of("Content-Type", "application/json"), "[{\"id\": 1, \"title\": \"bro");
    }
}
