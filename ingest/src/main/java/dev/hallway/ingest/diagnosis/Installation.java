// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Where a GitHub App is installed.
 *
 * @param owner whose repositories it covers; empty if that is not known
 * @param suspendedAt since when its owner lets it do nothing
 */
record Installation(String id, String owner, Optional<String> suspendedAt) {

    static Installation of(JsonNode listed) {
        return new Installation(
                listed.path("id").asText(),
                listed.path("account").path("login").asText(),
                Optional.ofNullable(listed.path("suspended_at").textValue()));
    }

    /** One that is not on the list. */
    static Installation unlisted(String id) {
        return new Installation(id, "", Optional.empty());
    }

    /** For people. */
    String name(String app) {
        return app + ", installation " + id + (owner.isEmpty() ? "" : " of " + owner);
    }
}
