// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.reconcile;

import dev.hallway.ingest.walk.Step;
import java.util.Map;

/** The result of requesting individually the comments that a list lacked. */
public sealed interface Confirmation {

    /**
     * All were requested, or so many of them exist that the list cannot be trusted.
     *
     * @param undecided why GitHub gave no usable answer about comments, by their item
     */
    record Complete(Map<Long, String> undecided) implements Confirmation {

        /** Copies the reasons. */
        public Complete {
            undecided = Map.copyOf(undecided);
        }
    }

    /** So many are gone that the rest has to wait. */
    record Unfinished() implements Confirmation {}

    /** GitHub does not accept the token. */
    record Unauthorized(Step.Stopped step) implements Confirmation {}
}
