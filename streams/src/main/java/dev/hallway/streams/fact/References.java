// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.fact;

import dev.hallway.streams.read.ItemView.Reference;
import java.util.List;

/**
 * References of a pull request, as many as are kept.
 *
 * @param kept the first ones, closing ones before mentions
 * @param found how many there are
 */
public record References(List<Reference> kept, int found) {

    /** No references at all. */
    public static final References NONE = new References(List.of(), 0);

    /** Copies the list. */
    public References {
        kept = List.copyOf(kept);
    }

    /** As many of these as are kept. */
    public static References of(List<Reference> all) {
        return new References(Limits.first(all, Limits.REFERENCES), all.size());
    }
}
