// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.workload;

/**
 * How much is made, and from which seed.
 *
 * @param events number of events over all repositories
 * @param repositories number of repositories that share them by Zipf's law
 * @param seed equal seeds give equal events
 */
public record Volume(int events, int repositories, long seed) {

    /** The least a repository has: two snapshots of itself and its first issue. */
    static final int LEAST_EVENTS = 3;

    private static final int EVENTS_A_REPOSITORY = 1_000;
    private static final int FEWEST_REPOSITORIES = 4;

    /** Checks that there are enough events for the repositories. */
    public Volume {
        if (repositories < 1 || events < LEAST_EVENTS * repositories) {
            throw new IllegalArgumentException("Cannot share " + events + " events among " + repositories
                    + " repositories: each needs at least " + LEAST_EVENTS + ".");
        }
    }

    /** As many repositories as fit the number of events. */
    public static Volume of(int events, long seed) {
        return new Volume(events, Math.max(FEWEST_REPOSITORIES, events / EVENTS_A_REPOSITORY), seed);
    }

    /** The events of every repository: the k-th largest has about 1/k of the largest. */
    int[] shares() {
        double sum = 0;
        for (int rank = 1; rank <= repositories; rank++) {
            sum += 1.0 / rank;
        }
        int[] shares = new int[repositories];
        int left = events - LEAST_EVENTS * repositories;
        for (int rank = repositories; rank > 1; rank--) {
            int extra = (int) ((events - (long) LEAST_EVENTS * repositories) / (rank * sum));
            shares[rank - 1] = LEAST_EVENTS + extra;
            left -= extra;
        }
        shares[0] = LEAST_EVENTS + left;
        return shares;
    }
}
