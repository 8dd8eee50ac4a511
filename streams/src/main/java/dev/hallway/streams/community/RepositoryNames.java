// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.community;

import dev.hallway.streams.state.Scan;
import dev.hallway.streams.state.TableReader;
import dev.hallway.streams.state.TableReader.Row;
import dev.hallway.streams.store.CommunityKey.OfName;
import dev.hallway.streams.store.CommunityKey.OfRepository;
import dev.hallway.streams.store.CommunityTables;

/**
 * Where names of repositories lead.
 *
 * <p>A name that a repository bears is that repository. One that is only borne no longer leads to the repository that
 * bore it; of several, to the one created last, for it took the name over from the others. Any other name is itself.
 */
public final class RepositoryNames {

    private final TableReader tables;

    /** The names that the tables of a partition know. */
    public RepositoryNames(TableReader tables) {
        this.tables = tables;
    }

    /** The name that the repository bears now; both in lower case. */
    public String current(String name) {
        String current = name;
        long latest = Long.MIN_VALUE;
        try (Scan<OfName, Long> claims = tables.scan(CommunityTables.NAME_CLAIMS, new OfRepository(name))) {
            while (claims.hasNext()) {
                Row<OfName, Long> claim = claims.next();
                if (claim.key().claimant().equals(name)) {
                    return name;
                }
                if (claim.value() >= latest) {
                    latest = claim.value();
                    current = claim.key().claimant();
                }
            }
        }
        return current;
    }
}
