// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** GitHub's answer to one request, after waits and retries. */
public sealed interface Answer {

    /**
     * It answered with content.
     *
     * @param json the body
     * @param date GitHub's clock
     * @param url path and query that were answered, after redirects
     * @param etag to ask with next time
     * @param next path and query of the next page
     * @param pages how many pages there are, where GitHub numbers them and this is not the last
     */
    record Fresh(
            JsonNode json, Instant date, String url, Optional<String> etag, Optional<String> next, OptionalLong pages)
            implements Answer {}

    /** Nothing changed since the answer with the given ETag. */
    record NotModified(Instant date) implements Answer {}

    /**
     * It does not exist, or the token may not see it (404, 410; for queries also 400 and 403).
     *
     * @param message GitHub's reason, such as {@code This issue was deleted}; may be empty
     * @param date GitHub's clock
     */
    record NotFound(int status, String message, Instant date) implements Answer {

        private static final int GONE = 410;

        /** Whether GitHub says that it was deleted, and not only that it does not show it. */
        public boolean deleted() {
            return status == GONE && contains("deleted");
        }

        /** Whether GitHub does not show it because that feature of the repository is switched off. */
        public boolean switchedOff() {
            return status == GONE && contains("disabled");
        }

        /** The status and GitHub's reason, as a sentence without an end. */
        public String words() {
            return "GitHub answered " + status + (message.isEmpty() ? "" : " " + message);
        }

        private boolean contains(String word) {
            return message.toLowerCase(Locale.ROOT).contains(word);
        }
    }

    /**
     * GitHub does not accept the token, or wants one (401).
     *
     * @param who asked, in words that follow "GitHub refused"
     */
    record Unauthorized(String who, String message) implements Answer {}

    /**
     * It was too much for GitHub's servers; a smaller query may succeed. Only for queries, which can be made smaller.
     */
    record TooLarge(String reason) implements Answer {}

    /** There is no answer: refused, or failed after all attempts. */
    record Failed(String reason) implements Answer {}
}
