// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.store;

import dev.hallway.streams.fact.ItemSnapshot;

/**
 * An issue or pull request, and what was last derived from it.
 *
 * @param snapshot what GitHub said
 * @param linksChanged true if what it refers to, or how, has changed since its links were written
 * @param outcome what was derived from it and from what was written in it; {@link Outcome#NONE} until then
 */
public record ItemRow(ItemSnapshot snapshot, boolean linksChanged, Outcome outcome) {

    /** A pull request counts what it refers to anew when it is derived next; nothing changes for an issue. */
    public ItemRow withLinksChanged() {
        return new ItemRow(snapshot, !snapshot.isIssue(), outcome);
    }
}
