// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.registry;

import java.util.List;

/** An error of Confluent's REST API: its numbers are part of the contract with clients. */
final class RegistryError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;

    private RegistryError(int code, String message) {
        super(message);
        this.code = code;
    }

    /** Confluent's error code. */
    int code() {
        return code;
    }

    /** The HTTP status, which is the first part of the code. */
    int status() {
        return code >= 1000 ? code / 100 : code;
    }

    static RegistryError unknownSubject(String subject) {
        return new RegistryError(40401, "Subject '" + subject + "' not found.");
    }

    static RegistryError unknownVersion(String version) {
        return new RegistryError(40402, "Version " + version + " not found.");
    }

    static RegistryError unknownSchema() {
        return new RegistryError(40403, "Schema not found");
    }

    static RegistryError noSubjectLevel(String subject) {
        return new RegistryError(
                40408, "Subject '" + subject + "' does not have subject-level compatibility configured");
    }

    static RegistryError incompatible(String subject, List<String> reasons) {
        return new RegistryError(
                409,
                "Schema being registered is incompatible with an earlier schema for subject \"" + subject
                        + "\", details: " + reasons);
    }

    static RegistryError invalidSchema(String reason) {
        return new RegistryError(42201, "Invalid schema: " + reason);
    }

    static RegistryError invalidVersion(String version) {
        return new RegistryError(
                42202,
                "The specified version '" + version + "' is not a valid version id. Allowed values are between"
                        + " [1, 2^31-1] and the string \"latest\"");
    }

    static RegistryError invalidLevel(String level) {
        return new RegistryError(42203, "Invalid compatibility level: '" + level + "'");
    }

    static RegistryError invalidRequest(String reason) {
        return new RegistryError(422, reason);
    }

    /** Confluent's number for what may not be done to a subject. */
    static RegistryError ownSubject(String subject) {
        return new RegistryError(
                42205,
                "The subject '" + subject
                        + "' is Hallway's own, and only Hallway changes it: use a topic of your own.");
    }

    static RegistryError notJson() {
        return new RegistryError(
                415,
                "The body has to be JSON: send Content-Type " + RegistryRoutes.CONTENT_TYPE + " or application/json.");
    }

    static RegistryError cannotDelete() {
        return new RegistryError(405, "Hallway's embedded registry deletes nothing: records may refer to any schema.");
    }
}
