// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One of the errors in an answer of the GraphQL API, which come with status 200, possibly along with data.
 *
 * @param type such as {@code NOT_FOUND}; empty if GitHub names none
 * @param path fields and places in lists that lead to what is missing; empty if it is the whole answer
 * @param message GitHub's words
 */
public record GraphQlError(String type, List<String> path, String message) {

    private static final Set<String> TOO_LARGE =
            Set.of("MAX_NODE_LIMIT_EXCEEDED", "RESOURCE_LIMITS_EXCEEDED", "TIMEOUT", "TIMEDOUT");
    private static final String GAVE_UP = "something went wrong while executing your query";

    /** Copies the path. */
    public GraphQlError {
        path = List.copyOf(path);
    }

    /** The errors of an answer. */
    public static List<GraphQlError> in(JsonNode answer) {
        List<GraphQlError> errors = new ArrayList<>();
        for (JsonNode error : answer.path("errors")) {
            List<String> path = new ArrayList<>();
            error.path("path").forEach(step -> path.add(step.asText()));
            errors.add(new GraphQlError(
                    error.path("type").asText(""), path, error.path("message").asText("")));
        }
        return errors;
    }

    /** Whether the data at that place is unreliable: the error is there, below, or above it. */
    public boolean concerns(List<String> place) {
        return path.size() < place.size() || path.subList(0, place.size()).equals(place);
    }

    /** Whether it is a primary or secondary rate limit. GitHub writes the type in more than one way. */
    boolean isLimit() {
        return type.startsWith("RATE_LIMIT") || message.toLowerCase(Locale.ROOT).contains("secondary rate limit");
    }

    /** Whether a smaller query might be answered. */
    boolean isTooLarge() {
        return TOO_LARGE.contains(type) || message.toLowerCase(Locale.ROOT).startsWith(GAVE_UP);
    }
}
