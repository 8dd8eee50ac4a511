// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator;

import java.time.Duration;
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

    /** The right answer, interrupted after the given share of its body; 0 for not a single byte. */
    record BrokenOff(double share) implements Fault {}

    /** The right answer, cut after the given share of its body, with a length that claims to be complete. */
    record Cut(double share) implements Fault {}

    /** The right answer up to the given share of its body, and then silence; 0 for silence from the start. */
    record Stalled(double share) implements Fault {}

    /** The connection is closed without an answer. */
    record Reset() implements Fault {}

    /** The right answer, with a clock that is off by the given time. */
    record DateOff(Duration difference) implements Fault {}

    /** The page GitHub's front-end servers send when the back end is too slow. */
    static Fault badGateway() {
        return new Reply(502, Map.of("Content-Type", "text/html"), "<html><body>502 Bad Gateway</body></html>");
    }

    /** The page of a server that fails. */
    static Fault serverError(int status) {
        return new Reply(status, Map.of("Content-Type", "text/html"), "<html><body><h1>Unicorn!</h1></body></html>");
    }

    /** A secondary limit that says how long to wait, as a refusal. */
    static Fault forbidden(int retryAfterSeconds) {
        return new Reply(
                403,
                Map.of("Retry-After", Integer.toString(retryAfterSeconds)),
                "{\"message\":\"You have triggered an abuse detection mechanism.\"}");
    }

    /** A secondary limit that says nothing more. */
    static Fault tooManyRequests() {
        return new Reply(429, Map.of(), "");
    }

    /** A secondary limit that says how long to wait. */
    static Fault tooManyRequests(int retryAfterSeconds) {
        return new Reply(
                429,
                Map.of("Retry-After", Integer.toString(retryAfterSeconds)),
                "{\"message\":\"You have exceeded a secondary rate limit.\"}");
    }

    /** A secondary limit that only the text reveals. */
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
