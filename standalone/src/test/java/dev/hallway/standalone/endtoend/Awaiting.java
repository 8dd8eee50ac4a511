// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for conditions that other processes or threads bring about. */
final class Awaiting {

    private static final long BETWEEN_LOOKS = Duration.ofMillis(5).toNanos();
    private static final int LOOKS = 60_000;

    private Awaiting() {}

    /** Looks until the condition holds, and fails if it never does. */
    static void until(String what, BooleanSupplier condition) {
        for (int look = 0; look < LOOKS; look++) {
            if (condition.getAsBoolean()) {
                return;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        throw new AssertionError("In vain waited until " + what + ".");
    }
}
