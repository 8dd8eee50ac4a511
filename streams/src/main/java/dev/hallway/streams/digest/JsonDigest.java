// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.streams.json.Json;

/**
 * Writes a digest as a JSON document, below 65,536 characters: durations in exact seconds, moments as ISO-8601 text in
 * UTC, GitHub's text as it is (whoever shows it escapes it). A missing figure is {@code {"unavailable": reason}}.
 */
public final class JsonDigest {

    private JsonDigest() {}

    /** The digest as JSON. */
    public static String render(DigestModel model) {
        return DigestFormat.fitting(model, Json::indented);
    }
}
