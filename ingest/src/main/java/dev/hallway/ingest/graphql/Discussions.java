// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.graphql;

import java.time.Instant;
import java.util.Set;

/** What came of asking which of several numbers are discussions. */
public sealed interface Discussions {

    /**
     * GitHub told; what is in neither set it did not tell of.
     *
     * @param discussions numbers of discussions
     * @param none numbers of which there is no discussion, or none that the token may see
     * @param date GitHub's clock
     */
    record Answered(Set<Long> discussions, Set<Long> none, Instant date) implements Discussions {

        /** Copies both. */
        public Answered {
            discussions = Set.copyOf(discussions);
            none = Set.copyOf(none);
        }
    }

    /** It was too much at once. */
    record TooLarge() implements Discussions {}

    /** It told of none of them, or does not answer such questions at all. */
    record Unanswered() implements Discussions {}

    /** GitHub does not accept who asked. */
    record Unauthorized(String who, String message) implements Discussions {}
}
