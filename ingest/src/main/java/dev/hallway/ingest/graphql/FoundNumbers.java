// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.graphql;

import java.time.Instant;
import java.util.Set;

/** The result of asking what several numbers are. */
public sealed interface FoundNumbers {

    /**
     * GitHub answered; for what is in neither set it gave no answer, or it is an item.
     *
     * @param discussions numbers of discussions
     * @param nothing numbers under which there is neither an item nor a discussion that the token may see
     * @param date GitHub's clock
     */
    record Answered(Set<Long> discussions, Set<Long> nothing, Instant date) implements FoundNumbers {

        /** Copies both. */
        public Answered {
            discussions = Set.copyOf(discussions);
            nothing = Set.copyOf(nothing);
        }
    }

    /** The query was too large. */
    record TooLarge() implements FoundNumbers {}

    /** It answered for none of them, or does not answer such queries at all. */
    record Unanswered() implements FoundNumbers {}

    /** GitHub did not accept the credentials. */
    record Unauthorized(String who, String message) implements FoundNumbers {}
}
