// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.graphql;

import java.util.Map;

/** What came of asking in what state the reviews of several pull requests are. */
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
     * GitHub told.
     *
     * @param of the pull requests that it told of, by number
     */
    record Answered(Map<Long, Reviews> of) implements ReviewStates {

        /** Copies them. */
        public Answered {
            of = Map.copyOf(of);
        }
    }

    /** It was too much at once. */
    record TooLarge() implements ReviewStates {}

    /** It told of none of them, or does not answer such questions at all. */
    record Unanswered() implements ReviewStates {}

    /** GitHub does not accept who asked. */
    record Unauthorized(String who, String message) implements ReviewStates {}
}
