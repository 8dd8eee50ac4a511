// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.publication;

import java.util.ArrayDeque;
import java.util.Deque;

/** How busy a stream thread is with records, figures and commits; only that thread calls it. */
public final class ThreadActivity {

    // Records stream in while so many came within the last half second. It must be fewer than can be taken with commits
    // as often as they are asked for: otherwise the commits themselves would keep the rate below it.
    private static final long STREAM = 250;
    private static final long SPAN_MILLIS = 500;
    private static final long BETWEEN_COMMITS_MILLIS = 80;

    private final Deque<Look> lastHalfSecond = new ArrayDeque<>();
    private long received;
    private long committedAt = Long.MIN_VALUE / 2;
    private long figuresRestUntil = Long.MIN_VALUE;

    /** Notes that a task of the thread received a record. */
    public void receive() {
        received++;
    }

    long received() {
        return received;
    }

    /** Whether records stream in. */
    public boolean isStreaming(long now) {
        lastHalfSecond.add(new Look(now, received));
        while (lastHalfSecond.size() > 1 && lastHalfSecond.element().at() < now - SPAN_MILLIS) {
            lastHalfSecond.remove();
        }
        return received - lastHalfSecond.element().received() >= STREAM;
    }

    /** Whether a task may ask for a commit: a commit takes time that records would need. */
    boolean mayCommit(long now) {
        return now - committedAt >= BETWEEN_COMMITS_MILLIS;
    }

    /** A task asked for a commit at its look then. */
    void commit(long now) {
        committedAt = now;
    }

    /** When a task last asked for a commit. */
    long committedAt() {
        return committedAt;
    }

    /** Whether figures may be derived while records stream in: each get as much time as the other. */
    boolean mayDerive(long now) {
        return now >= figuresRestUntil;
    }

    /** Figures were derived from then on for so long. */
    void derived(long began, long millis) {
        figuresRestUntil = began + 2 * millis;
    }

    private record Look(long at, long received) {}
}
