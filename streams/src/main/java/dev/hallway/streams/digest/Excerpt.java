// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import java.util.List;

/**
 * The first entries of a longer list.
 *
 * @param total how many there are in all
 * @param shown the first of them
 */
public record Excerpt<T>(long total, List<T> shown) {

    static <T> Excerpt<T> of(List<T> all, int most) {
        return new Excerpt<>(all.size(), List.copyOf(all.subList(0, Math.min(most, all.size()))));
    }

    /** How many are not shown. */
    public long more() {
        return total - shown.size();
    }

    Excerpt<T> shortenedTo(int most) {
        return shown.size() <= most ? this : new Excerpt<>(total, List.copyOf(shown.subList(0, most)));
    }
}
