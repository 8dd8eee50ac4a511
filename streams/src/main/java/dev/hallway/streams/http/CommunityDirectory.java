// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import java.util.List;

/** Knows which instance holds which repository. */
public interface CommunityDirectory {

    /** Where a repository's figures are, by {@code owner/repo} in any case, whether or not it is known. */
    Located locate(String repository);

    /**
     * Every place that holds repositories: each partition that is held here, and each other instance once. Together they
     * hold all partitions; while they do not, the only place is {@link Located.NotReady}.
     */
    List<Located> everywhere();
}
