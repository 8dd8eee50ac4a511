// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.cycle;

/** What came of reading one page. */
sealed interface Step {

    /** There may be more. */
    record Advanced() implements Step {}

    /** The list holds nothing that was not read. */
    record CaughtUp() implements Step {}

    /** It cannot go on now. */
    record Stopped(String reason) implements Step {}
}
