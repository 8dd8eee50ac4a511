// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.reviews;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * When to ask GraphQL again about what it did not answer: ever more rarely while it fails, since polls must not spend
 * quota on it.
 *
 * <p>Not kept across restarts: whoever restarts the process may have repaired something. Not thread-safe.
 */
public final class CatchUpTimes {

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(10);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private record Attempt(Instant at, Duration pause) {}

    private final Map<String, Attempt> last = new HashMap<>();

    boolean isDue(String repository, Instant now) {
        Attempt earlier = last.get(repository);
        return earlier == null || !now.isBefore(earlier.at.plus(earlier.pause));
    }

    /** GraphQL is asked; whether this is the first time since it last answered completely. */
    boolean asked(String repository, Instant now) {
        Attempt earlier = last.get(repository);
        last.put(repository, new Attempt(now, earlier == null ? FIRST_PAUSE : longer(earlier.pause)));
        return earlier == null;
    }

    /** GraphQL has answered completely. */
    void succeeded(String repository) {
        last.remove(repository);
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
