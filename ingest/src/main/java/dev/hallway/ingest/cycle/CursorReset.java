// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.cycle;

import dev.hallway.contract.Topics;
import dev.hallway.github.IngestCursor;
import dev.hallway.github.IngestPhase;
import dev.hallway.github.IngestStream;
import dev.hallway.ingest.cursor.CursorKey;
import dev.hallway.ingest.publish.OutgoingRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Forgets how far repositories have been read, so that everything is pulled again. */
public final class CursorReset {

    private CursorReset() {}

    /**
     * Sets every cursor of the repositories back to the beginning, all in one transaction; facts stay.
     *
     * @param host host of the API
     * @param requestedNames {@code owner/repo} each, or a name a repository had
     */
    public static void forget(KnownState known, String host, List<String> requestedNames) {
        List<OutgoingRecord<?>> blank = new ArrayList<>();
        for (String requestedName : requestedNames) {
            String name = known.cursor(new CursorKey(host, requestedName, IngestStream.REPOSITORY).toString())
                    .map(IngestCursor::getRepository)
                    .orElse(requestedName);
            for (IngestStream list : Ledger.LISTS) {
                String key = new CursorKey(host, name, list).toString();
                Optional<IngestCursor> cursor = known.cursor(key);
                cursor.map(CursorReset::blank)
                        .ifPresent(fresh -> blank.add(
                                new OutgoingRecord<>(Topics.INGEST_CURSORS, key, fresh, fresh.getUpdatedAt())));
            }
        }
        if (!blank.isEmpty()) {
            known.commit(blank);
            // A reset that was requested is not done twice.
            known.settle();
        }
    }

    /** A cursor without a repository is void; a walk that finds it starts over. */
    static IngestCursor blank(IngestCursor cursor) {
        return IngestCursor.newBuilder()
                .setRepository(cursor.getRepository())
                .setRepositoryId(0)
                .setStream(cursor.getStream())
                .setPhase(IngestPhase.HISTORY)
                .setUpdatedAt(cursor.getUpdatedAt())
                .build();
    }
}
