// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.ledger;

import dev.hallway.github.IngestCursor;
import dev.hallway.github.IngestPhase;
import dev.hallway.github.IngestStream;
import dev.hallway.ingest.page.ListPage;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** How much of a list's history has been read, estimated from its dates; costs no request. */
final class HistoryShare {

    private HistoryShare() {}

    /**
     * The share, 0 to 1; empty for a list without a history of its own.
     *
     * @param founded when the repository was created
     * @param cursor where the list is after this page
     * @param now GitHub's clock
     */
    static OptionalDouble of(Instant founded, IngestCursor.Builder cursor, ListPage page, Instant now) {
        if (cursor.getStream() == IngestStream.REVIEWS) {
            return OptionalDouble.empty();
        }
        if (cursor.getPhase() == IngestPhase.TAIL) {
            return OptionalDouble.of(1);
        }
        @Nullable
        Instant reached = cursor.getStream() == IngestStream.PULL_REQUESTS
                ? page.newestPullRequest().orElse(null)
                : cursor.getSince();
        double whole = Math.max(1, Duration.between(founded, now).toSeconds());
        return reached == null
                ? OptionalDouble.of(0)
                : OptionalDouble.of(Math.min(
                        1, Math.max(0, Duration.between(founded, reached).toSeconds() / whole)));
    }
}
