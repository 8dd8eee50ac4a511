// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of items, by number.
 *
 * @param items those that were asked for
 * @param scanned how many rows were looked at for them
 * @param next the number behind which the next page begins; null on the last one
 */
public record ItemPage(
        List<ItemSummary> items, int scanned, @Nullable Long next) {

    /** Copies the list. */
    public ItemPage {
        items = List.copyOf(items);
    }
}
