// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.graphql;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came of asking about several pull requests at once. */
public sealed interface Batch {

    /**
     * GitHub told of them.
     *
     * @param facts those it told everything of
     * @param unanswered the others by number, with what is wrong
     * @param date GitHub's clock
     */
    record Answered(List<PullRequestFacts> facts, Map<Long, String> unanswered, Instant date) implements Batch {

        /** Copies both. */
        public Answered {
            facts = List.copyOf(facts);
            unanswered = new LinkedHashMap<>(unanswered);
        }
    }

    /** It was too much at once. */
    record TooLarge(String reason) implements Batch {}

    /** It told of none of them, after all attempts. */
    record Failed(String reason) implements Batch {}

    /** This server, or this token, or this version of GitHub does not answer such questions at all. */
    record Unusable(String reason) implements Batch {}

    /** GitHub does not accept who asked. */
    record Unauthorized(String who, String message) implements Batch {}
}
