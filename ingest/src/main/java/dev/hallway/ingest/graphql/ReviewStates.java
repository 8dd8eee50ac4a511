// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.graphql;

import java.util.Map;

/** The result of asking for the states of the reviews of several pull requests. */
public sealed interface ReviewStates {

    /**
     * The reviews of a pull request.
     *
     * @param count how many there are
     * @param states of the newest hundred, by REST's id, in GitHub's words
     */
    record Reviews(long count, Map<Long, String> states) {

        /** Copies the states. */
        public Reviews {
            states = Map.copyOf(states);
        }
    }

    /**
     * GitHub answered.
     *
     * @param of the pull requests that it answered for, by number
     */
    record Answered(Map<Long, Reviews> of) implements ReviewStates {

        /** Copies them. */
        public Answered {
            of = Map.copyOf(of);
        }
    }

    /** The query was too large. */
    record TooLarge() implements ReviewStates {}

    /** It answered for none of them, or does not answer such queries at all. */
    record Unanswered() implements ReviewStates {}

    /** GitHub did not accept the credentials. */
    record Unauthorized(String who, String message) implements ReviewStates {}
}
