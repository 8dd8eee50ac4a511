// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.store;

import dev.hallway.github.AuthorAssociation;
import dev.hallway.health.Evidence;
import dev.hallway.health.Facet;
import dev.hallway.streams.fact.KnownAccount;
import dev.hallway.streams.fact.Membership;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pull request that refers to an item, with all that the item's story shows of it.
 *
 * @param repository {@code owner/repo} of the pull request as GitHub writes it
 * @param number its number
 * @param title title, untrusted text
 * @param author who opened it, as known where it lies
 * @param membership what the people registry makes of the author, as known here
 * @param association the author's association with its repository
 * @param evidence what links the two
 * @param facet what kind of answer it is
 * @param openedAt UTC
 * @param mergedAt UTC; null unless merged
 * @param closedAt UTC; null while open
 */
public record Link(
        String repository,
        long number,
        String title,
        KnownAccount author,
        Membership membership,
        AuthorAssociation association,
        Evidence evidence,
        Facet facet,
        Instant openedAt,
        @Nullable Instant mergedAt,
        @Nullable Instant closedAt) {

    /** The same with what the people registry makes of the author now. */
    public Link with(Membership ofAuthor) {
        return new Link(
                repository,
                number,
                title,
                author,
                ofAuthor,
                association,
                evidence,
                facet,
                openedAt,
                mergedAt,
                closedAt);
    }

    /** True if the merge of the pull request closes the item. */
    public boolean closes() {
        return evidence != Evidence.MENTION;
    }
}
