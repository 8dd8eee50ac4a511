// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * When GraphQL was last asked again about what it did not tell: where that is in vain, polls must not spend quota on it.
 *
 * <p>Forgotten with the process: who starts it anew may have repaired something. Not thread-safe.
 */
final class CatchUpTimes {

    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final Map<String, Instant> last = new HashMap<>();

    boolean isDue(String repository, Instant now) {
        Instant earlier = last.get(repository);
        return earlier == null || !now.isBefore(earlier.plus(INTERVAL));
    }

    void asked(String repository, Instant now) {
        last.put(repository, now);
    }
}
