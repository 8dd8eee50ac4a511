// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.cycle;

/** The result of reading one page. */
sealed interface Step {

    /** There may be more. */
    record Advanced() implements Step {}

    /** Everything in the list has been read. */
    record CaughtUp() implements Step {}

    /** It cannot continue now. */
    record Stopped(String reason) implements Step {}
}
