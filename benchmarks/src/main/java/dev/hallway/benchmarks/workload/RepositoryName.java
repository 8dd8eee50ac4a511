// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.workload;

import java.util.Locale;

/** The n-th repository, counted from the largest. */
record RepositoryName(int rank) {

    /** {@code owner/repo} in mixed case, as people name repositories. */
    String name() {
        return "Bench-" + rank % 7 + "/Repo-" + rank;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    long id() {
        return rank + 1L;
    }

    String url() {
        return "https://github.com/" + name();
    }
}
