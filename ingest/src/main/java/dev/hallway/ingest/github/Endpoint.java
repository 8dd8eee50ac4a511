// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import java.util.regex.Pattern;

/** Names endpoints as GitHub's documentation does, so that they can be counted: few names for many paths. */
final class Endpoint {

    private static final Pattern REPOSITORY = Pattern.compile("^/repos/[^/]+/[^/]+");
    private static final Pattern NUMBER = Pattern.compile("/[0-9]+(?=/|$)");
    private static final Pattern KNOWN = Pattern.compile("(/([a-z_]{1,40}|\\{[a-z]+\\})){1,8}");

    private Endpoint() {}

    /** The template of a path and query, such as {@code /repos/{owner}/{repo}/issues}. */
    static String of(String pathAndQuery) {
        int query = pathAndQuery.indexOf('?');
        String path = query < 0 ? pathAndQuery : pathAndQuery.substring(0, query);
        String template = NUMBER.matcher(REPOSITORY.matcher(path).replaceFirst("/repos/{owner}/{repo}"))
                .replaceAll("/{number}");
        return KNOWN.matcher(template).matches() ? template : "other";
    }
}
