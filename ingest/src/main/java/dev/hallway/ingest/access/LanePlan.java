// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.access;

import java.util.List;

/**
 * The plan of a lane: who asks, for which repositories.
 *
 * @param name shown to people and used in thread names; no secret
 * @param repositories {@code owner/repo} each, in the order they were named
 */
public record LanePlan(String name, Identity identity, List<String> repositories) {

    /** Copies the repositories. */
    public LanePlan {
        repositories = List.copyOf(repositories);
    }
}
