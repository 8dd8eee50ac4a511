// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import java.time.Duration;
import java.util.OptionalLong;

/** Is notified of every request as it happens, on the thread that sends it. */
public interface RequestListener {

    /**
     * GitHub answered one request.
     *
     * @param status HTTP status
     * @param quotaLeft requests left in the current hour; empty if GitHub reports no limit, and after GraphQL queries,
     *     which have a quota of their own
     */
    default void answered(int status, OptionalLong quotaLeft) {}

    /**
     * The same answer by where it came from.
     *
     * @param endpoint GitHub's template of the path, such as {@code /repos/{owner}/{repo}/issues}
     * @param status HTTP status
     */
    default void answeredAt(String endpoint, int status) {}

    /** A request failed and is sent again after a wait. */
    default void retrying(String endpoint) {}

    /** The next request waits that long because of GitHub's limits or because the last attempt failed. */
    default void waiting(Duration duration, String reason) {}
}
