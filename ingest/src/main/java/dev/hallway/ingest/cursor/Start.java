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
 * @param verify whether everything that has been read is compared once with what GitHub shows now
 */
public record Start(Optional<Instant> since, boolean reset, boolean verify) {

    /** Everything is read, from where the last run stopped. */
    public static final Start AT_THE_BEGINNING = new Start(Optional.empty(), false);

    /** The same, and then everything is compared with what GitHub shows. */
    public static final Start VERIFYING = new Start(Optional.empty(), false, true);

    /** A start that verifies nothing. */
    public Start(Optional<Instant> since, boolean reset) {
        this(since, reset, false);
    }

    /** The same start without what is done only once. */
    public Start again() {
        return new Start(since, false);
    }

    /** Whether everything is to be looked at, however often the checks usually do that. */
    public boolean isThorough() {
        return reset || verify;
    }

    /** Whether an earlier walk covers all that is wanted now. */
    public boolean isCoveredBy(IngestCursor cursor) {
        Instant from = cursor.getHistoryStartsAt();
        return from == null || since.filter(wanted -> !wanted.isBefore(from)).isPresent();
    }
}
