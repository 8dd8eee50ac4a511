// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import java.time.Instant;

/** The outcome of one attempt. */
sealed interface Attempt {
    /** This is the answer. */
    record Answered(Answer answer) implements Attempt {}

    /** GitHub redirects to another address. */
    record Elsewhere(String url) implements Attempt {}

    /** The credentials were not accepted (401). */
    record Denied(Instant date, String message) implements Attempt {}

    /** A limit was reached. */
    record Limited(Reply reply, String reason) implements Attempt {}

    /** It failed, and may succeed on another attempt. */
    record Broken(String reason, boolean smallerPages) implements Attempt {}
}
