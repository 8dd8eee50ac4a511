// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.webhook;

import java.util.Optional;

/** Knows which repositories this ingest reads. */
@FunctionalInterface
public interface FollowedRepositories {

    /**
     * The name under which a repository is recorded, which outlives a rename until the poll has seen it.
     *
     * @param id GitHub's id of the repository
     * @param fullName {@code owner/repo} as GitHub names it now
     * @return empty if this ingest does not read it
     */
    Optional<String> recordedAs(long id, String fullName);
}
