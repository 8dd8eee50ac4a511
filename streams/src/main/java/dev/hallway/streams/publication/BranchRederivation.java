// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.publication;

import dev.hallway.streams.change.ChangeKind;
import dev.hallway.streams.community.Community;
import dev.hallway.streams.state.Scan;
import dev.hallway.streams.state.TableReader.Row;
import dev.hallway.streams.store.CommunityKey.OfItem;
import dev.hallway.streams.store.CommunityKey.OfRepository;
import dev.hallway.streams.store.CommunityTables;
import dev.hallway.streams.store.ReferencesRow;

/**
 * Notes the pull requests to be derived anew whose references depend on which branch is the default one: some at a time,
 * for there may be many.
 */
final class BranchRederivation {

    private static final int MOST_AT_A_TIME = 200;

    private final Community community;

    BranchRederivation(Community community) {
        this.community = community;
    }

    /** Looks at the next pull requests, from a number on; what is left is noted. */
    void advance(String repository, long from) {
        try (Scan<OfItem, ReferencesRow> scan = community
                .tables()
                .scan(CommunityTables.REFERENCES, new OfRepository(repository), new OfItem(repository, from))) {
            for (int looked = 0; scan.hasNext(); looked++) {
                Row<OfItem, ReferencesRow> row = scan.next();
                if (looked == MOST_AT_A_TIME) {
                    community
                            .changes()
                            .note(
                                    repository,
                                    ChangeKind.DEFAULT_BRANCH,
                                    row.key().number());
                    return;
                }
                if (row.value().dependsOnTheDefaultBranch()) {
                    community.linksChanged(row.key());
                }
            }
        }
    }
}
