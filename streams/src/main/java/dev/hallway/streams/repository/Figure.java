// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.repository;

/** What is published of a repository's week. */
enum Figure {
    FEEDBACK_LATENCY,
    CONTRIBUTOR_DIVERSITY,
    RESPONSIVENESS,
    FLOW,
    DIGEST;

    /** The bit that stands for this figure in a set of figures. */
    int bit() {
        return 1 << ordinal();
    }
}
