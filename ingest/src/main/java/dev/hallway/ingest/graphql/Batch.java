// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.graphql;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The result of asking about several pull requests at once. */
public sealed interface Batch {

    /**
     * GitHub answered.
     *
     * @param facts those it answered completely
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

    /** The query was too large. */
    record TooLarge(String reason) implements Batch {}

    /** It answered for none of them, after all attempts. */
    record Failed(String reason) implements Batch {}

    /** This server, token or version of GitHub does not answer such queries at all. */
    record Unusable(String reason) implements Batch {}

    /** GitHub did not accept the credentials. */
    record Unauthorized(String who, String message) implements Batch {}
}
