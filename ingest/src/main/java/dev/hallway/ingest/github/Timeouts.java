// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import java.time.Duration;

/**
 * How long a silent server is waited for.
 *
 * @param connect until a connection stands
 * @param read between two bytes
 * @param wholeCall from the question to the end of the answer
 */
public record Timeouts(Duration connect, Duration read, Duration wholeCall) {

    /** Long enough for GitHub on a bad day. */
    public static final Timeouts USUAL =
            new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(2));
}
