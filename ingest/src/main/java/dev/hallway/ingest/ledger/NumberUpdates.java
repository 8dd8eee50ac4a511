// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.ledger;

import dev.hallway.github.IngestCursor;
import dev.hallway.github.IngestPhase;
import dev.hallway.github.IngestStream;
import dev.hallway.ingest.cursor.Gaps;
import dev.hallway.ingest.numbers.NumberInventory;
import dev.hallway.ingest.page.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cursors that change with what is known of numbers.
 *
 * @param ledger where the cursors were committed
 * @param date when they change, by GitHub's clock
 */
record NumberUpdates(Ledger ledger, Instant date) {

    private static final List<IngestStream> LISTS = List.of(
            IngestStream.ISSUES, IngestStream.PULL_REQUESTS, IngestStream.ISSUE_COMMENTS, IngestStream.REVIEW_COMMENTS);

    /** The inventory after snapshots were published; empty if it is unchanged. */
    Optional<IngestCursor> afterPage(List<Snapshot> published) {
        NumberInventory inventory = ledger.numbers();
        published.forEach(snapshot -> snapshot.record().ifPresent(record -> inventory.publish(record.value())));
        return inventory.changed()
                ? Optional.of(numbers(inventory, withoutGapsOf(IngestStream.NUMBERS, published)))
                : Optional.empty();
    }

    /** The inventory, the check's own cursor, and the lists with gaps that turned out to be closed. */
    List<IngestCursor> after(Findings findings) {
        NumberInventory inventory = findings.numbers();
        List<Snapshot> published = findings.publish();
        published.forEach(snapshot -> snapshot.record().ifPresent(record -> inventory.publish(record.value())));
        Gaps gaps = withoutGapsOf(IngestStream.NUMBERS, published);
        findings.asked().forEach(number -> {
            gaps.close("issue #" + number);
            gaps.close("pull request #" + number);
            gaps.close(Snapshot.commentsOf(number));
        });
        findings.gaps().forEach(gaps::add);
        List<IngestCursor> cursors = new ArrayList<>();
        if (inventory.changed() || !ledger.hasNumbers() || isNew(IngestStream.NUMBERS, gaps)) {
            cursors.add(numbers(inventory, gaps));
        }
        findings.cursor().ifPresent(own -> cursors.add(own.setUpdatedAt(date).build()));
        LISTS.forEach(list -> {
            Gaps left = withoutGapsOf(list, published);
            if (isNew(list, left)) {
                cursors.add(IngestCursor.newBuilder(ledger.cursor(list))
                        .setGaps(left.sentences())
                        .setUpdatedAt(date)
                        .build());
            }
        });
        return cursors;
    }

    private Gaps withoutGapsOf(IngestStream stream, List<Snapshot> published) {
        Gaps gaps = new Gaps(ledger.cursor(stream).getGaps());
        published.forEach(snapshot -> gaps.close(snapshot.subject()));
        return gaps;
    }

    private boolean isNew(IngestStream stream, Gaps gaps) {
        return !gaps.sentences().equals(ledger.cursor(stream).getGaps());
    }

    private IngestCursor numbers(NumberInventory inventory, Gaps gaps) {
        return IngestCursor.newBuilder(ledger.cursor(IngestStream.NUMBERS))
                .setPhase(IngestPhase.TAIL)
                .setNumbers(inventory.toRecord())
                .setGaps(gaps.sentences())
                .setUpdatedAt(date)
                .build();
    }
}
