// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.live;

import dev.hallway.contract.ItemKey;
import dev.hallway.streams.week.IsoWeek;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads from a topic and a key which row was published; the value says no more than whether it is still there. */
final class PublishedRows {

    // Longer than any key that is published: owner, name and week have bounds of their own.
    private static final int LONGEST = 1_000;

    private PublishedRows() {}

    /**
     * The row; empty if the key is none of ours.
     *
     * @param topic one of {@link dev.hallway.contract.Topics#OUTPUTS}
     * @param deleted the record has no value
     */
    static Optional<FigureChange.OfRow> row(String topic, byte[] key, boolean deleted) {
        if (key.length > LONGEST) {
            return Optional.empty();
        }
        String table = topic.substring(topic.lastIndexOf('.') + 1);
        String text = new String(key, StandardCharsets.UTF_8);
        try {
            int bar = text.lastIndexOf('|');
            if (bar < 0) {
                ItemKey item = ItemKey.parse(text);
                return Optional.of(new FigureChange.OfRow(
                        table, item.repository(), new FigureChange.OfItem(item.number()), deleted));
            }
            String repository = text.substring(0, bar);
            IsoWeek week = IsoWeek.parse(text.substring(bar + 1));
            return repository.matches("[^/]+/[^/]+")
                    ? Optional.of(new FigureChange.OfRow(table, repository, new FigureChange.InWeek(week), deleted))
                    : Optional.empty();
        } catch (IllegalArgumentException noKeyOfOurs) {
            return Optional.empty();
        }
    }
}
