// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * When GraphQL is to be asked again about what it did not tell: where that is in vain it is done ever more rarely, since
 * polls must not spend quota on it.
 *
 * <p>Forgotten with the process: who starts it anew may have repaired something. Not thread-safe.
 */
final class CatchUpTimes {

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(10);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private record Attempt(Instant at, Duration pause) {}

    private final Map<String, Attempt> last = new HashMap<>();

    boolean isDue(String repository, Instant now) {
        Attempt earlier = last.get(repository);
        return earlier == null || !now.isBefore(earlier.at.plus(earlier.pause));
    }

    /** GraphQL is asked; whether for the first time since it told everything. */
    boolean asked(String repository, Instant now) {
        Attempt earlier = last.get(repository);
        last.put(repository, new Attempt(now, earlier == null ? FIRST_PAUSE : longer(earlier.pause)));
        return earlier == null;
    }

    /** GraphQL has told everything. */
    void succeeded(String repository) {
        last.remove(repository);
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
