// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.publication;

import dev.hallway.streams.change.ChangeKind;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What took long to derive rests four times as long before the next time, so that nothing hot takes the thread. */
final class Rests {

    private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final int TIMES = 4;

    private final Map<Derived, Long> until = new HashMap<>();
    private long now;

    /** A look begins. */
    void begin(long millis) {
        now = millis;
        until.values().removeIf(end -> end <= now);
    }

    boolean isResting(String repository, ChangeKind kind, long number) {
        return !until.isEmpty() && until.containsKey(new Derived(repository, kind, number));
    }

    void derived(String repository, ChangeKind kind, long number, long nanos) {
        if (nanos > LONG_NANOS) {
            until.put(new Derived(repository, kind, number), now + TimeUnit.NANOSECONDS.toMillis(nanos) * TIMES);
        }
    }

    private record Derived(String repository, ChangeKind kind, long number) {}
}
