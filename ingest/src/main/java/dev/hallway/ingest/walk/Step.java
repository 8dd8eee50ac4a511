// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.walk;

/** The result of one step. */
public sealed interface Step {

    /** There may be more. */
    record Advanced() implements Step {}

    /** Everything in the list has been read. */
    record CaughtUp() implements Step {}

    /**
     * It cannot continue now.
     *
     * @param reason why, for people
     * @param extent what else cannot be read for the same reason
     */
    record Stopped(String reason, Extent extent) implements Step {

        /** Whether nothing else can be read either. */
        public boolean endsTheCycle() {
            return extent == Extent.EVERYTHING;
        }
    }

    /** How much a reason to stop concerns. */
    enum Extent {
        THIS_WALK,
        EVERYTHING
    }
}
