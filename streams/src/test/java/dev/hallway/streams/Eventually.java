// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads bring about; what they never bring about ends a test by its timeout. */
public final class Eventually {

    private static final long BETWEEN_LOOKS = Duration.ofMillis(5).toNanos();

    private Eventually() {}

    /** Looks until the condition holds. */
    public static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("The test took too long.");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
    }
}
