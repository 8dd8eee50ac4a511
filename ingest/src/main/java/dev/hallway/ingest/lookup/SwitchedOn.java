// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.lookup;

import dev.hallway.contract.Topics;
import dev.hallway.github.IngestCursor;
import dev.hallway.github.IngestStream;
import dev.hallway.github.Repository;
import dev.hallway.ingest.cursor.CursorKey;
import dev.hallway.ingest.held.KnownState;
import dev.hallway.ingest.ledger.CursorReset;
import dev.hallway.ingest.numbers.NumberInventory;
import dev.hallway.ingest.publish.OutgoingRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lists of a feature from the beginning after it was switched on again: what it hid has old times of change,
 * which the lists are past.
 */
final class SwitchedOn {

    private static final Set<IngestStream> WITH_ISSUES = EnumSet.of(IngestStream.ISSUES, IngestStream.ISSUE_COMMENTS);
    private static final Set<IngestStream> WITH_PULL_REQUESTS =
            EnumSet.of(IngestStream.PULL_REQUESTS, IngestStream.ISSUE_COMMENTS, IngestStream.REVIEW_COMMENTS);

    private final KnownState known;
    private final String host;

    SwitchedOn(KnownState known, String host) {
        this.known = known;
        this.host = host;
    }

    /** The cursors that change because of what was switched on between two snapshots of a repository. */
    List<OutgoingRecord<?>> between(Repository before, Repository after, Instant date) {
        Set<IngestStream> lists = EnumSet.noneOf(IngestStream.class);
        if (isOn(before.getHasIssues(), after.getHasIssues())) {
            lists.addAll(WITH_ISSUES);
        }
        if (isOn(before.getHasPullRequests(), after.getHasPullRequests())) {
            lists.addAll(WITH_PULL_REQUESTS);
        }
        List<OutgoingRecord<?>> records = new ArrayList<>();
        for (IngestStream list : lists) {
            String key = key(after, list);
            known.cursor(key).map(CursorReset::blank).ifPresent(blank -> records.add(record(key, blank, date)));
        }
        if (!lists.isEmpty()) {
            String key = key(after, IngestStream.NUMBERS);
            known.cursor(key).map(SwitchedOn::askedAgain).ifPresent(cursor -> records.add(record(key, cursor, date)));
        }
        return records;
    }

    private static boolean isOn(@Nullable Boolean before, @Nullable Boolean after) {
        return Boolean.FALSE.equals(before) && !Boolean.FALSE.equals(after);
    }

    /** What GitHub would not tell while the feature was off, it may tell now. */
    private static IngestCursor askedAgain(IngestCursor numbers) {
        NumberInventory inventory = new NumberInventory(numbers.getNumbers());
        inventory.askAgain();
        return IngestCursor.newBuilder(numbers).setNumbers(inventory.toRecord()).build();
    }

    private String key(Repository repository, IngestStream stream) {
        return new CursorKey(host, repository.getFullName(), stream).toString();
    }

    private static OutgoingRecord<IngestCursor> record(String key, IngestCursor cursor, Instant date) {
        return new OutgoingRecord<>(Topics.INGEST_CURSORS, key, cursor, date);
    }
}
