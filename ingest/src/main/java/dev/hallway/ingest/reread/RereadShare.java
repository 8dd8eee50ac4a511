// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.reread;

/**
 * How much of a list one turn reads again.
 *
 * @param least so much at least, in pages or pull requests
 * @param part and at least one in so many; 0 for no more than the least
 */
public record RereadShare(long least, long part) {

    private static final long ONE_IN = 4;
    private static final long PAGES_WITH_TOKEN = 200;
    private static final long PULL_REQUESTS_WITH_TOKEN = 10_000;
    // Sixty requests an hour are all that GitHub answers without a token.
    private static final long WITHOUT_TOKEN = 50;

    /** Of a list of comments, in pages: a request each. */
    public static RereadShare ofPages(boolean withToken) {
        return withToken ? new RereadShare(PAGES_WITH_TOKEN, ONE_IN) : new RereadShare(WITHOUT_TOKEN, 0);
    }

    /** Of pull requests, whose reviews take a request each, or with a token a query for 50. */
    public static RereadShare ofPullRequests(boolean withToken) {
        return withToken ? new RereadShare(PULL_REQUESTS_WITH_TOKEN, ONE_IN) : new RereadShare(WITHOUT_TOKEN, 0);
    }

    /** The share of so many. */
    long of(long all) {
        return part == 0 ? least : Math.max(least, (all + part - 1) / part);
    }
}
