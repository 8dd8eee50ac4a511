// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.walk;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Repeats a walk that does a little each time until nothing is left to do, as far as the quota reaches.
 *
 * <p>A walk that ends early, because GitHub gave no answer, is tried once more, not for everything that is left.
 */
public final class ThoroughWalk implements Walk {

    private static final int MOST_ENDS_BEFORE_TIME = 2;

    private final Walk walk;
    private final int mostAtATime;
    private final LongSupplier left;
    private final BooleanSupplier quotaIsLeft;
    private int endsBeforeTime;

    /**
     * The walk repeated.
     *
     * @param mostAtATime how much it does each time
     * @param left how much is left to do
     */
    public ThoroughWalk(Walk walk, int mostAtATime, LongSupplier left, BooleanSupplier quotaIsLeft) {
        this.walk = walk;
        this.mostAtATime = mostAtATime;
        this.left = left;
        this.quotaIsLeft = quotaIsLeft;
    }

    @Override
    public Step step() throws InterruptedException {
        long before = left.getAsLong();
        Step step = walk.step();
        if (!(step instanceof Step.CaughtUp)) {
            return step;
        }
        long after = left.getAsLong();
        boolean beforeTime = before - after < Math.min(mostAtATime, before);
        boolean again = after > 0
                && after < before
                && quotaIsLeft.getAsBoolean()
                && (!beforeTime || ++endsBeforeTime < MOST_ENDS_BEFORE_TIME);
        return again ? new Step.Advanced() : step;
    }
}
