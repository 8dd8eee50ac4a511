// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone;

import java.util.List;

/**
 * The result of reading repositories from GitHub.
 *
 * @param repositories GitHub's own names of the requested repositories; of one that was never read, the requested name
 * @param problems a line for each that could not be read to the end; empty if all could
 */
public record Reading(List<String> repositories, List<String> problems) {

    /** Copies both. */
    public Reading {
        repositories = List.copyOf(repositories);
        problems = List.copyOf(problems);
    }
}
