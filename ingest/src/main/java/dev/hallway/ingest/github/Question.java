// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import java.util.Optional;

/**
 * A request, whoever sends it.
 *
 * @param pathAndQuery below the API's address
 * @param etag to ask conditionally
 * @param body JSON to post; empty for a GET
 */
record Question(String pathAndQuery, Optional<String> etag, Optional<String> body) {

    private static final String GRAPHQL = "/graphql";

    /** A query of the GraphQL API. */
    static Question ofGraphQl(String query) {
        return new Question(GRAPHQL, Optional.empty(), Optional.of(query));
    }

    boolean isGraphQl() {
        return pathAndQuery.equals(GRAPHQL);
    }

    /** The same question at another place. */
    Question at(String otherPathAndQuery) {
        return new Question(otherPathAndQuery, etag, body);
    }

    String method() {
        return body.isPresent() ? "POST" : "GET";
    }
}
