// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.graphql;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A query about one repository as a request body. */
final class RepositoryQuery {

    private RepositoryQuery() {}

    /**
     * The body.
     *
     * @param query takes the variables {@code $owner} and {@code $name}
     * @param variables its further variables
     */
    static String body(String repository, String query, ObjectNode variables) {
        int slash = repository.indexOf('/');
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("query", query);
        body.set(
                "variables",
                variables.put("owner", repository.substring(0, slash)).put("name", repository.substring(slash + 1)));
        return body.toString();
    }
}
