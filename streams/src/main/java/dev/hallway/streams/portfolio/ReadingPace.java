// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.portfolio;

import java.time.Duration;

/**
 * When the next reading may begin, so that readings take no more than a share of the time.
 *
 * <p>What was not used is saved up to a bound, so that the first readings after a calm time begin at once. Used by one
 * thread.
 */
final class ReadingPace {

    private final double share;
    private final double most;
    private double saved;
    private long asOf;

    /**
     * Nothing was read yet.
     *
     * @param share of the time, between 0 and 1
     * @param most how much time for reading is saved up
     * @param now as {@link System#nanoTime} tells it
     */
    ReadingPace(double share, Duration most, long now) {
        this.share = share;
        this.most = most.toNanos();
        saved = most.toNanos();
        asOf = now;
    }

    /** Nanoseconds until a reading may begin; 0 if one may now. */
    long untilNext(long now) {
        saveUp(now);
        return saved > 0 ? 0 : (long) Math.ceil((1 - saved) / share);
    }

    /** Something was read from one moment to another. */
    void read(long from, long to) {
        saveUp(to);
        saved -= to - from;
    }

    private void saveUp(long now) {
        saved = Math.min(most, saved + (now - asOf) * share);
        asOf = now;
    }
}
