// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.archive;

/** What a line of an archive turned out to be. */
sealed interface Line {

    /** An event. */
    record Event(EventHeader header) implements Line {}

    /** No event. */
    record Broken(String reason) implements Line {}
}
