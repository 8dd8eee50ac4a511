// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.fact;

import dev.hallway.github.AuthorAssociation;
import dev.hallway.health.Facet;
import dev.hallway.streams.read.ItemView.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The latest known snapshot of an issue or pull request: what GitHub said, not what it means.
 *
 * @param version orders it among the snapshots of the item
 * @param deleted true if GitHub no longer has the item: then nothing in it counts
 * @param kind issue or pull request
 * @param repository {@code owner/repo} as GitHub writes it
 * @param number its number
 * @param htmlUrl web page
 * @param title title, untrusted text
 * @param author id of the account that opened it; {@link Actor#DELETED_ID} for a deleted one
 * @param association the author's association with the repository
 * @param facet what kind of answer it would be as a pull request
 * @param openedAt UTC
 * @param closedAt UTC; null while open
 * @param mergedAt UTC; null unless a merged pull request
 * @param draft true if a pull request that is a draft
 * @param stateReason GitHub's reason for the closing of an issue; null if none
 * @param reactions reactions on the item itself
 */
public record ItemSnapshot(
        SnapshotVersion version,
        boolean deleted,
        Kind kind,
        String repository,
        long number,
        String htmlUrl,
        String title,
        long author,
        AuthorAssociation association,
        Facet facet,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Instant mergedAt,
        boolean draft,
        @Nullable String stateReason,
        int reactions) {

    /** True if it is an issue. */
    public boolean isIssue() {
        return kind == Kind.ISSUE;
    }
}
