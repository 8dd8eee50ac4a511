// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.read;

/**
 * Where a page ends, whichever comes first.
 *
 * @param entries after so many entries
 * @param rows after so many rows looked at, however few of them are entries
 */
public record PageSize(int entries, int rows) {

    /** Checks that there is room for anything. */
    public PageSize {
        if (entries < 1 || rows < 1) {
            throw new IllegalArgumentException("A page of " + entries + " entries from " + rows
                    + " rows never ends a list: it needs at least one of each.");
        }
    }
}
