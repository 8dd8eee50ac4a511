// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.repository;

/** What is published of a repository's week. */
enum Figure {
    FEEDBACK_LATENCY,
    CONTRIBUTOR_DIVERSITY,
    RESPONSIVENESS,
    FLOW,
    DIGEST
}
