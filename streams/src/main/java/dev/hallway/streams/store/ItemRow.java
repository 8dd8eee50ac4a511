// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.store;

import dev.hallway.streams.fact.Actor;
import dev.hallway.streams.fact.ItemSnapshot;
import dev.hallway.streams.fact.PullRequestDetails;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An issue or pull request, and what was last derived from it.
 *
 * @param snapshot what GitHub said
 * @param details what GitHub said of a pull request when it was asked about that one; null if it was not
 * @param linksChanged true if what it refers to, or how, has changed since its links were written
 * @param outcome what was derived from it and from what was written in it; {@link Outcome#NONE} until then
 */
public record ItemRow(
        ItemSnapshot snapshot, @Nullable PullRequestDetails details, boolean linksChanged, Outcome outcome) {

    /** A pull request counts what it refers to anew when it is derived next; nothing changes for an issue. */
    public ItemRow withLinksChanged() {
        return new ItemRow(snapshot, details, !snapshot.isIssue(), outcome);
    }

    /** The same with what GitHub said last when it was asked. */
    public ItemRow with(@Nullable PullRequestDetails latest) {
        return new ItemRow(snapshot, latest, linksChanged, outcome);
    }

    /** The same with what was derived from it now, its links written. */
    public ItemRow derivedAs(Outcome latest) {
        return new ItemRow(snapshot, details, false, latest);
    }

    /** Who merged it, and when; empty if it is not merged, or if that is not known. */
    public Optional<Merge> merge() {
        Instant mergedAt = snapshot.mergedAt();
        return snapshot.deleted() || mergedAt == null || details == null || details.mergedBy() == Actor.DELETED_ID
                ? Optional.empty()
                : Optional.of(new Merge(details.mergedBy(), mergedAt));
    }

    /**
     * A merge of a pull request.
     *
     * @param account id of the account that merged
     * @param at when, UTC
     */
    public record Merge(long account, Instant at) {}
}
