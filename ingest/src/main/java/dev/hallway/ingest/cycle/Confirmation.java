// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.cycle;

import java.util.Map;

/** What came of asking by themselves for comments that a list lacked. */
sealed interface Confirmation {

    /**
     * All were asked for, or so many are there that the list is not to be believed.
     *
     * @param undecided why GitHub gave no usable answer about comments, by the item they stand below
     */
    record Complete(Map<Long, String> undecided) implements Confirmation {

        public Complete {
            undecided = Map.copyOf(undecided);
        }
    }

    /** So many are gone that the rest has to wait. */
    record Unfinished() implements Confirmation {}

    /** GitHub does not accept the token. */
    record Unauthorized(Step.Stopped step) implements Confirmation {}
}
