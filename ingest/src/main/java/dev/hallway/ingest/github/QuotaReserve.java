// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

/**
 * The share of the hourly quota that is left to others who use the same token.
 *
 * @param percent of the limit, 0 to 90
 */
public record QuotaReserve(int percent) {

    /** The default share. */
    public static final QuotaReserve USUAL = new QuotaReserve(10);

    /** Everything may be spent. */
    public static final QuotaReserve NONE = new QuotaReserve(0);

    // A larger limit is nonsense, and its share would not fit in a long.
    private static final long MOST_BELIEVED = 1_000_000_000;

    /** Checks the share. */
    public QuotaReserve {
        if (percent < 0 || percent > 90) {
            throw new IllegalArgumentException("The quota reserve is " + percent + " %: it must be 0 to 90 percent.");
        }
    }

    /** Number of requests that are never sent, out of the given hourly limit. */
    public long of(long limit) {
        return (Math.min(limit, MOST_BELIEVED) * percent + 99) / 100;
    }
}
