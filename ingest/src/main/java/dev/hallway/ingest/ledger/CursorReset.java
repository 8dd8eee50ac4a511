// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.ledger;

import dev.hallway.contract.Topics;
import dev.hallway.github.IngestCursor;
import dev.hallway.github.IngestPhase;
import dev.hallway.github.IngestStream;
import dev.hallway.ingest.cursor.CursorKey;
import dev.hallway.ingest.held.KnownState;
import dev.hallway.ingest.publish.OutgoingRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sets cursors back, so that repositories are read again or compared whole; facts stay. */
public final class CursorReset {

    /** When a check last ran that is to compare everything, whatever is due. */
    public static final Instant WHOLE = Instant.EPOCH;

    private static final List<IngestStream> OF_ITEMS_AND_COMMENTS =
            List.of(IngestStream.RECONCILE, IngestStream.ISSUE_COMMENT_REREAD, IngestStream.REVIEW_COMMENT_REREAD);

    private final KnownState known;
    private final String host;

    /**
     * For the cursors of one GitHub.
     *
     * @param host host of the API
     */
    public CursorReset(KnownState known, String host) {
        this.known = known;
        this.host = host;
    }

    /**
     * Forgets how far repositories have been read, all in one transaction: everything is pulled again.
     *
     * <p>What GitHub no longer shows is not among what is pulled. Missing reviews show while reviews are read; for items
     * and comments, the checks that look for all of them become due.
     *
     * @param requestedNames {@code owner/repo} each, or a name a repository had
     */
    public void forget(List<String> requestedNames) {
        List<OutgoingRecord<?>> records = new ArrayList<>();
        for (String requestedName : requestedNames) {
            String name = known.lastName(host, requestedName);
            for (IngestStream list : Ledger.LISTS) {
                cursor(name, list).ifPresent(cursor -> records.add(record(name, blank(cursor))));
            }
            OF_ITEMS_AND_COMMENTS.forEach(
                    check -> due(name, check).ifPresent(cursor -> records.add(record(name, cursor))));
        }
        commit(records);
    }

    /**
     * Makes the checks due that compare everything with what GitHub shows: items, comments and reviews. A check that is
     * interrupted goes on in the next cycle.
     *
     * @param requestedNames {@code owner/repo} each, or a name a repository had
     */
    public void verify(List<String> requestedNames) {
        List<OutgoingRecord<?>> records = new ArrayList<>();
        for (String requestedName : requestedNames) {
            String name = known.lastName(host, requestedName);
            Stream.concat(OF_ITEMS_AND_COMMENTS.stream(), Stream.of(IngestStream.REVIEW_REREAD))
                    .flatMap(check -> due(name, check).stream())
                    .forEach(cursor -> records.add(record(name, cursor)));
        }
        commit(records);
    }

    /** Empty for a repository that no cycle has read to the end: there is nothing to compare with yet. */
    private Optional<IngestCursor> due(String name, IngestStream check) {
        return cursor(name, IngestStream.RECONCILE)
                .filter(reconcile -> reconcile.getSince() != null)
                .map(reconcile -> cursor(name, check)
                        .map(IngestCursor::newBuilder)
                        // The gaps of the reconcile are no other check's.
                        .orElseGet(() -> IngestCursor.newBuilder(reconcile)
                                .setStream(check)
                                .setGaps(List.of()))
                        .setSince(WHOLE)
                        .setNextPage(null)
                        .setBoundaryIds(List.of())
                        .setWalkStartedAt(null)
                        .setNumbers(null)
                        .build());
    }

    private void commit(List<OutgoingRecord<?>> records) {
        if (!records.isEmpty()) {
            known.commit(records);
            // What was requested is not done twice.
            known.settle();
        }
    }

    private Optional<IngestCursor> cursor(String name, IngestStream stream) {
        return known.cursor(key(name, stream));
    }

    private OutgoingRecord<IngestCursor> record(String name, IngestCursor cursor) {
        return new OutgoingRecord<>(
                Topics.INGEST_CURSORS, key(name, cursor.getStream()), cursor, cursor.getUpdatedAt());
    }

    private String key(String name, IngestStream stream) {
        return new CursorKey(host, name, stream).toString();
    }

    /** A cursor without a repository is void; a walk that finds it starts over. */
    public static IngestCursor blank(IngestCursor cursor) {
        return IngestCursor.newBuilder()
                .setRepository(cursor.getRepository())
                .setRepositoryId(0)
                .setStream(cursor.getStream())
                .setPhase(IngestPhase.HISTORY)
                .setUpdatedAt(cursor.getUpdatedAt())
                .build();
    }
}
