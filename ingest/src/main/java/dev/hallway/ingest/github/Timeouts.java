// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import java.time.Duration;

/**
 * How long to wait for a server that does not answer.
 *
 * @param connect until the connection is established
 * @param read between two bytes
 * @param wholeCall from the request to the end of the answer
 */
public record Timeouts(Duration connect, Duration read, Duration wholeCall) {

    /** Long enough for GitHub on a bad day. */
    public static final Timeouts USUAL =
            new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(2));
}
