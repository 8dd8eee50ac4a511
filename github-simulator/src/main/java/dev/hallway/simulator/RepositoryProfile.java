// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator;

import java.time.Instant;

/**
 * What a repository is.
 *
 * @param id GitHub's numeric id; survives renames
 * @param fullName {@code owner/repo} as written
 * @param defaultBranch name of the default branch
 * @param createdAt when it was created
 */
public record RepositoryProfile(long id, String fullName, String defaultBranch, Instant createdAt) {

    /** Checks the name. */
    public RepositoryProfile {
        if (fullName.indexOf('/') < 1) {
            throw new IllegalArgumentException("Not a repository: '" + fullName + "'; owner/repo is expected.");
        }
    }
}
