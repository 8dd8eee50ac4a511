// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.cursor;

import dev.hallway.github.IngestStream;
import java.util.Locale;

/**
 * The record key of a cursor.
 *
 * @param host host of the API, without port: it identifies a GitHub, not one of its ports
 * @param repository {@code owner/repo}
 * @param stream which list
 */
public record CursorKey(String host, String repository, IngestStream stream) {

    /** How the keys of one host begin. */
    public static String ofHost(String host) {
        return host.toLowerCase(Locale.ROOT) + "|";
    }

    /** {@code host|owner/repo|stream} in lower case. */
    @Override
    public String toString() {
        return ofHost(host) + (repository + "|" + stream).toLowerCase(Locale.ROOT);
    }
}
