// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.streams.digest.DigestModel.WaitingItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who waits, the latest to begin first, and how long the rest has waited.
 *
 * @param total how many there are in all
 * @param newest the first of them
 * @param longest the one that has waited longest; null if nobody waits
 */
public record NewestWaits(
        long total, List<WaitingItem> newest, @Nullable WaitingItem longest) {

    /** How many have waited longer than those that are shown. */
    public long longer() {
        return total - newest.size();
    }

    NewestWaits shortenedTo(int most) {
        return newest.size() <= most ? this : new NewestWaits(total, List.copyOf(newest.subList(0, most)), longest);
    }
}
