// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.publication;

import java.time.Duration;

/**
 * When changes are derived and published: at once when it is calm; while records stream in, every ten seconds, because the
 * same weeks change again and again. Each look takes no more than its budget.
 */
public final class PublicationPace {

    private static final long BETWEEN_ROUNDS_MILLIS = 10_000;
    private static final Duration BUDGET = Duration.ofMillis(100);

    private final Publisher publisher;
    private final ThreadActivity thread;
    private long nextRoundAt;
    private int leftOfRound;

    /** The pace of a task. */
    public PublicationPace(Publisher publisher, ThreadActivity thread) {
        this.publisher = publisher;
        this.thread = thread;
    }

    /**
     * Publishes if it is time to.
     *
     * @param now wall-clock time in milliseconds since the epoch
     * @return true if anything was published
     */
    public boolean look(long now, boolean streaming) {
        if (!streaming || (leftOfRound == 0 && now >= nextRoundAt)) {
            leftOfRound = publisher.repositories();
            nextRoundAt = now + BETWEEN_ROUNDS_MILLIS;
        }
        if (streaming && !thread.mayDerive(now)) {
            return false;
        }
        long began = System.nanoTime();
        Publisher.Progress progress =
                publisher.publish(now, leftOfRound, () -> System.nanoTime() - began < BUDGET.toNanos());
        leftOfRound -= progress.finished();
        thread.derived(now, Duration.ofNanos(System.nanoTime() - began).toMillis());
        return progress.anything();
    }
}
