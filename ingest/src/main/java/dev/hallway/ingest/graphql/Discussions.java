// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.graphql;

import java.time.Instant;
import java.util.Set;

/** The result of asking which of several numbers are discussions. */
public sealed interface Discussions {

    /**
     * GitHub answered; for what is in neither set it gave no answer.
     *
     * @param discussions numbers of discussions
     * @param none numbers without a discussion, or without one that the token may see
     * @param date GitHub's clock
     */
    record Answered(Set<Long> discussions, Set<Long> none, Instant date) implements Discussions {

        /** Copies both. */
        public Answered {
            discussions = Set.copyOf(discussions);
            none = Set.copyOf(none);
        }
    }

    /** The query was too large. */
    record TooLarge() implements Discussions {}

    /** It answered for none of them, or does not answer such queries at all. */
    record Unanswered() implements Discussions {}

    /** GitHub did not accept the credentials. */
    record Unauthorized(String who, String message) implements Discussions {}
}
