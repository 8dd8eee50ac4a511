// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.lookup;

import dev.hallway.contract.Topics;
import dev.hallway.github.IngestCursor;
import dev.hallway.github.IngestPhase;
import dev.hallway.github.IngestStream;
import dev.hallway.github.Repository;
import dev.hallway.ingest.cursor.CursorKey;
import dev.hallway.ingest.held.KnownState;
import dev.hallway.ingest.held.PublishedSnapshots;
import dev.hallway.ingest.ledger.Ledger;
import dev.hallway.ingest.publish.OutgoingRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Retracts what was published under a name that a repository no longer has, once all of it is there under the new one.
 *
 * <p>Issues and pull requests are published as deleted, and their comments and reviews with them; then the repository.
 * If ingest is killed in between, the next one starts over: the former name is known until its repository is deleted.
 */
public final class FormerNames {

    private static final int RECORDS_IN_A_COMMIT = 500;

    private final KnownState known;
    private final String host;

    /**
     * For the repositories of one GitHub.
     *
     * @param host host of the API, for cursor keys
     */
    public FormerNames(KnownState known, String host) {
        this.known = known;
        this.host = host;
    }

    /**
     * Leaves one history, under the present name.
     *
     * @param date GitHub's clock
     */
    public void retract(Repository present, Instant date) {
        for (Repository former : known.otherNames(present)) {
            List<OutgoingRecord<?>> records = new ArrayList<>();
            new PublishedSnapshots(known).allDeleted(former.getFullName(), date).forEach(item -> item.record()
                    .ifPresent(records::add));
            for (int from = 0; from < records.size(); from += RECORDS_IN_A_COMMIT) {
                known.commit(records.subList(from, Math.min(records.size(), from + RECORDS_IN_A_COMMIT)));
            }
            known.commit(farewell(former, present, date));
        }
    }

    /** The cursors are deleted, too: if the repository ever gets its old name back, everything is read again. */
    private List<OutgoingRecord<?>> farewell(Repository former, Repository present, Instant date) {
        List<OutgoingRecord<?>> records = new ArrayList<>();
        for (IngestStream list : Ledger.LISTS_AND_CHECKS) {
            IngestCursor untouched = IngestCursor.newBuilder()
                    .setRepository(former.getFullName())
                    .setRepositoryId(former.getId())
                    .setStream(list)
                    .setPhase(IngestPhase.HISTORY)
                    .setUpdatedAt(date)
                    .build();
            String key = new CursorKey(host, former.getFullName(), list).toString();
            records.add(new OutgoingRecord<>(Topics.INGEST_CURSORS, key, untouched, date));
        }
        Repository gone = Repository.newBuilder(former)
                .setDeleted(true)
                .setGaps(List.of("It is " + present.getFullName() + " now; its history is there."))
                .setObservedAt(date)
                .build();
        records.add(
                new OutgoingRecord<>(Topics.REPOSITORIES, former.getFullName().toLowerCase(Locale.ROOT), gone, date));
        return records;
    }
}
