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
    private final Activity activity;
    private long nextRoundAt;
    private int leftOfRound;

    /** The pace of a task. */
    public PublicationPace(Publisher publisher, Activity activity) {
        this.publisher = publisher;
        this.activity = activity;
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
        if (streaming && !activity.mayPublish(now)) {
            return false;
        }
        long began = System.nanoTime();
        Publisher.Progress progress =
                publisher.publish(now, leftOfRound, () -> System.nanoTime() - began < BUDGET.toNanos());
        leftOfRound -= progress.finished();
        activity.published(now, Duration.ofNanos(System.nanoTime() - began).toMillis());
        return progress.anything();
    }
}
