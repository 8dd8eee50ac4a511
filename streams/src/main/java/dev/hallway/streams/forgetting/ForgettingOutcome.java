// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.forgetting;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What became of the wish to forget somebody. */
public sealed interface ForgettingOutcome {

    /**
     * They are forgotten, or would be.
     *
     * @param accounts which accounts
     * @param records how many records were rewritten or withdrawn, by topic; of topics that named nobody, nothing
     */
    record Forgot(SoughtAccounts accounts, SortedMap<String, Long> records) implements ForgettingOutcome {

        /** Copies the counts. */
        public Forgot {
            records = new TreeMap<>(records);
        }
    }

    /**
     * Nothing was changed: streams runs, and would write again what it remembers.
     *
     * @param instances how many instances
     */
    record StillRunning(int instances) implements ForgettingOutcome {}

    /**
     * Nothing was changed: the name is that of an owner of repositories that are watched, in the key of every record.
     *
     * @param repositories as GitHub writes them
     */
    record OwnsRepositories(List<String> repositories) implements ForgettingOutcome {

        /** Copies the list. */
        public OwnsRepositories {
            repositories = List.copyOf(repositories);
        }
    }
}
