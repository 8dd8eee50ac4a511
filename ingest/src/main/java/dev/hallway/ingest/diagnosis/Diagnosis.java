// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.diagnosis;

import java.util.Optional;

/** What was found about one identity. */
public sealed interface Diagnosis {

    /** Who it is, for people; no secret. */
    String who();

    /**
     * GitHub answers.
     *
     * @param requests what is left for REST; empty where nothing limits it
     * @param points what is left for GraphQL; empty where nothing limits it, or who asks may not use it
     */
    record Heard(String who, Optional<Budget> requests, Optional<Budget> points) implements Diagnosis {}

    /**
     * Worth knowing, but a problem only if something else was expected.
     *
     * @param note what was found
     */
    record Noted(String who, String note) implements Diagnosis {}

    /**
     * GitHub refuses, or does not answer.
     *
     * @param problem what is wrong, and what to do
     */
    record Refused(String who, String problem) implements Diagnosis {}
}
