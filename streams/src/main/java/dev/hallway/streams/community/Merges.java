// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.community;

import dev.hallway.streams.state.Scan;
import dev.hallway.streams.store.CommunityKey.OfAccount;
import dev.hallway.streams.store.CommunityKey.OfItem;
import dev.hallway.streams.store.CommunityKey.OfMerge;
import dev.hallway.streams.store.CommunityTables;
import dev.hallway.streams.store.ItemRow.Merge;
import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes down who merged which pull request, and with that since when somebody merges. */
public final class Merges {

    private final Community community;

    /** The merges of a task's repositories. */
    public Merges(Community community) {
        this.community = community;
    }

    /** Replaces the merge of a pull request as it stands by that which shall stand. */
    public void replace(OfItem pull, Optional<Merge> before, Optional<Merge> after) {
        if (before.equals(after)) {
            return;
        }
        before.ifPresent(merge -> community.tables().delete(CommunityTables.MERGES, key(pull, merge)));
        after.ifPresent(merge -> {
            community.tables().put(CommunityTables.MERGES, key(pull, merge), true);
            community.accounts().wasActive(pull.repository(), merge.account(), IsoWeek.of(merge.at()));
        });
        Stream.of(before, after)
                .flatMap(Optional::stream)
                .map(Merge::account)
                .distinct()
                .forEach(account -> settle(pull.repository(), account));
    }

    private static OfMerge key(OfItem pull, Merge merge) {
        return new OfMerge(pull.repository(), merge.account(), merge.at(), pull.number());
    }

    private void settle(String repository, long account) {
        community.accounts().mergesSince(repository, account, first(repository, account));
    }

    private @Nullable Instant first(String repository, long account) {
        try (Scan<OfMerge, Boolean> merges =
                community.tables().scan(CommunityTables.MERGES, new OfAccount(repository, account))) {
            return merges.hasNext() ? merges.next().key().at() : null;
        }
    }
}
