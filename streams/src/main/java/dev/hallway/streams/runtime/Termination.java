// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.runtime;

import dev.hallway.streams.failure.StopReason;

/** Why the topology ended. */
public sealed interface Termination {

    /** It was told to. */
    record Stopped() implements Termination {}

    /** It could not go on. */
    record Failed(Throwable cause) implements Termination {

        /** Why, and what to do about it. */
        public StopReason reason() {
            return StopReason.of(cause);
        }
    }
}
