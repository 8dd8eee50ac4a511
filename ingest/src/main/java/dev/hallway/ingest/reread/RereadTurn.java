// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.reread;

import dev.hallway.github.IngestCursor;
import dev.hallway.github.IngestPhase;
import dev.hallway.github.IngestStream;
import dev.hallway.ingest.ledger.CursorReset;
import dev.hallway.ingest.ledger.Findings;
import dev.hallway.ingest.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One turn of reading a list again: when it is due, and what its cursor says afterwards.
 *
 * <p>A turn reads a share of the list. Several turns are a pass over all of it, after which everything in it was read since
 * the pass began.
 *
 * @param stream which list
 * @param interval time between two turns
 * @param cycleStart GitHub's clock when the cycle began
 */
public record RereadTurn(Ledger ledger, IngestStream stream, Duration interval, Instant cycleStart) {

    /** The cursor as committed. */
    IngestCursor cursor() {
        return ledger.cursor(stream);
    }

    /**
     * Where the history has just been read, commits that as the first turn.
     *
     * @return whether it did
     */
    boolean takeHistoryForFirst() {
        IngestCursor cursor = cursor();
        IngestCursor reconcile = ledger.cursor(IngestStream.RECONCILE);
        if (cursor.getSince() != null || reconcile.getPhase() != IngestPhase.HISTORY) {
            return false;
        }
        commit(IngestCursor.newBuilder(cursor)
                .setPhase(IngestPhase.TAIL)
                .setSince(cycleStart)
                .setOldestReadAt(reconcile.getSince()));
        return true;
    }

    /** Whether it is time for a turn; where it is not known when the list was read, it is. */
    boolean isDue() {
        Instant last = cursor().getSince();
        return last == null || !cycleStart.isBefore(last.plus(interval));
    }

    /** Whether all of the list is to be read in this turn. */
    boolean isWhole() {
        return CursorReset.WHOLE.equals(cursor().getSince());
    }

    /** The cursor while the turn is under way. */
    IngestCursor.Builder underWay() {
        IngestCursor cursor = cursor();
        return IngestCursor.newBuilder(cursor)
                .setPhase(IngestPhase.TAIL)
                .setWalkStartedAt(Objects.requireNonNullElse(cursor.getWalkStartedAt(), cycleStart));
    }

    /** The cursor at the end of a share. */
    IngestCursor.Builder endOfShare() {
        return underWay().setSince(cycleStart);
    }

    /** The cursor at the end of the list. */
    IngestCursor.Builder endOfList() {
        IngestCursor.Builder cursor = endOfShare();
        return cursor.setOldestReadAt(cursor.getWalkStartedAt())
                .setWalkStartedAt(null)
                .setNextPage(null)
                .setBoundaryIds(List.of());
    }

    /** The cursor of a pass that is given up: the next turn begins a new one. */
    IngestCursor.Builder givenUp() {
        return endOfShare().setWalkStartedAt(null).setNextPage(null).setBoundaryIds(List.of());
    }

    void commit(IngestCursor.Builder cursor) {
        ledger.commit(stream, Findings.of(ledger.numbers(), cursor), cycleStart);
    }
}
