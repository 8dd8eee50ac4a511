// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.probe;

import dev.hallway.github.IngestStream;
import dev.hallway.ingest.graphql.BatchSize;
import dev.hallway.ingest.graphql.FoundNumbers;
import dev.hallway.ingest.graphql.NumberReader;
import dev.hallway.ingest.ledger.Findings;
import dev.hallway.ingest.ledger.Ledger;
import dev.hallway.ingest.numbers.NumberInventory;
import dev.hallway.ingest.walk.Step;
import dev.hallway.ingest.walk.UnusableAnswers;
import dev.hallway.ingest.walk.Walk;
import java.time.Instant;
import java.util.List;

/**
 * Distinguishes discussions from items the token may not see: REST shows neither.
 *
 * <p>A cycle asks about a batch or about all, a batch with one query unless that is too much for GitHub, and the answer is
 * kept. If GraphQL gives none, the two remain undistinguished until the next reconcile.
 */
public final class DiscussionWalk implements Walk {

    private final NumberReader reader;
    private final Ledger ledger;
    private final Instant cycleStart;
    private final BatchSize size = new BatchSize();
    private long left;

    /** A walk of one cycle. */
    public DiscussionWalk(NumberReader reader, Ledger ledger, Probing probing, Instant cycleStart) {
        this.reader = reader;
        this.ledger = ledger;
        this.cycleStart = cycleStart;
        this.left = probing == Probing.ALL ? Long.MAX_VALUE : size.current();
    }

    @Override
    public Step step() throws InterruptedException {
        NumberInventory inventory = ledger.numbers();
        List<Long> numbers = inventory.unclassified((int) Math.min(size.current(), left));
        if (numbers.isEmpty()) {
            return new Step.CaughtUp();
        }
        FoundNumbers answer = reader.read(ledger.repository(), numbers);
        if (answer instanceof FoundNumbers.Unauthorized unauthorized) {
            return UnusableAnswers.refused(unauthorized.who(), unauthorized.message());
        }
        if (answer instanceof FoundNumbers.TooLarge && size.gaveUp(numbers.size())) {
            return new Step.Advanced();
        }
        left -= numbers.size();
        if (answer instanceof FoundNumbers.Answered answered) {
            answered.discussions().forEach(inventory::classifyAsDiscussion);
            answered.nothing().forEach(inventory::classifyAsInvisible);
            numbers.stream()
                    .filter(number -> !answered.discussions().contains(number)
                            && !answered.nothing().contains(number))
                    .forEach(inventory::leaveUndecided);
            commit(inventory, answered.date());
        } else {
            numbers.forEach(inventory::leaveUndecided);
            commit(inventory, cycleStart);
        }
        return new Step.Advanced();
    }

    private void commit(NumberInventory inventory, Instant date) {
        ledger.commit(IngestStream.NUMBERS, Findings.of(inventory), date);
    }
}
