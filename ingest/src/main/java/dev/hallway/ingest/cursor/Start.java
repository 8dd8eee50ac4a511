// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.cursor;

import dev.hallway.github.IngestCursor;
import java.time.Instant;
import java.util.Optional;

/**
 * Where reading begins.
 *
 * @param since the first pull leaves out what has not changed since then, UTC; empty to read everything
 * @param reset whether to forget first how far the repositories have been read
 */
public record Start(Optional<Instant> since, boolean reset) {

    /** Everything is read, from where the last run stopped. */
    public static final Start AT_THE_BEGINNING = new Start(Optional.empty(), false);

    /** The same start without a reset. */
    public Start withoutReset() {
        return new Start(since, false);
    }

    /** Whether an earlier walk covers all that is wanted now. */
    public boolean isCoveredBy(IngestCursor cursor) {
        Instant from = cursor.getHistoryStartsAt();
        return from == null || since.filter(wanted -> !wanted.isBefore(from)).isPresent();
    }
}
