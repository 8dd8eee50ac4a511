// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.comparison;

import java.util.List;

/** Quantiles by linear interpolation between closest ranks, rounded half-up to whole seconds. */
public final class Quantile {

    private Quantile() {}

    /** The quantile of a non-empty list in ascending order; the fraction is in hundredths, exact in whole numbers. */
    public static long ofSorted(List<Long> ascending, int hundredths) {
        long rank = (ascending.size() - 1L) * hundredths;
        int below = Math.toIntExact(rank / 100);
        int above = Math.min(below + 1, ascending.size() - 1);
        long gap = ascending.get(above) - ascending.get(below);
        return ascending.get(below) + Math.floorDiv(gap * (rank % 100) + 50, 100L);
    }
}
