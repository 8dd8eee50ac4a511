// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.publication;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When changes are derived and published: at once when it is calm; while records stream in, in rounds of ten seconds,
 * because the same weeks change again and again. A round that took long rests four times as long, so that figures take no
 * more than a fifth of the time; each look takes no more than its budget.
 */
public final class PublicationPace {

    private static final long BETWEEN_ROUNDS_MILLIS = 10_000;
    private static final int REST_TIMES = 4;
    private static final Duration BUDGET = Duration.ofMillis(100);

    private final Publisher publisher;
    private final ThreadActivity thread;
    private final LongSupplier nanoTime;
    private long nextRoundAt;
    private int leftOfRound;
    private long millisOfRound;

    /** The pace of a task. */
    public PublicationPace(Publisher publisher, ThreadActivity thread) {
        this(publisher, thread, System::nanoTime);
    }

    PublicationPace(Publisher publisher, ThreadActivity thread, LongSupplier nanoTime) {
        this.publisher = publisher;
        this.thread = thread;
        this.nanoTime = nanoTime;
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
            millisOfRound = 0;
            nextRoundAt = now + BETWEEN_ROUNDS_MILLIS;
        }
        if (streaming && !thread.mayDerive(now)) {
            return false;
        }
        boolean inRound = leftOfRound > 0;
        long began = nanoTime.getAsLong();
        Publisher.Progress progress =
                publisher.publish(now, leftOfRound, () -> nanoTime.getAsLong() - began < BUDGET.toNanos());
        leftOfRound -= progress.finished();
        long millis = Duration.ofNanos(nanoTime.getAsLong() - began).toMillis();
        thread.derived(now, millis);
        if (inRound) {
            millisOfRound += millis;
            nextRoundAt = Math.max(nextRoundAt, now + REST_TIMES * millisOfRound);
        }
        return progress.anything();
    }
}
