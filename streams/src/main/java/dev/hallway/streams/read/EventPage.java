// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what happened in a week, by item.
 *
 * @param entries the events that were asked for
 * @param scanned how many rows were looked at for them
 * @param next where the next page begins; null on the last one
 */
public record EventPage(
        List<Entry> entries, int scanned, @Nullable EventPlace next) {

    /** Copies the list. */
    public EventPage {
        entries = List.copyOf(entries);
    }

    /**
     * An event and its item.
     *
     * @param item null if nothing is known of it
     */
    public record Entry(EventView event, @Nullable ItemSummary item) {}
}
