// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

/** Web addresses beside a known one: GitHub Enterprise has another host, so they are derived, not made up. */
final class WebLinks {

    private WebLinks() {}

    /** The page of a pull request on the host of an issue's page; empty if that page is not known. */
    static String pullRequest(String issueUrl, String repository, long number) {
        int scheme = issueUrl.indexOf("://");
        int path = scheme < 0 ? -1 : issueUrl.indexOf('/', scheme + 3);
        return path < 0 ? "" : issueUrl.substring(0, path) + "/" + repository + "/pull/" + number;
    }
}
