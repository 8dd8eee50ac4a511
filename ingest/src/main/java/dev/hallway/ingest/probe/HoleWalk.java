// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.probe;

import dev.hallway.github.IngestStream;
import dev.hallway.ingest.graphql.BatchSize;
import dev.hallway.ingest.graphql.FoundNumbers;
import dev.hallway.ingest.graphql.NumberReader;
import dev.hallway.ingest.ledger.Findings;
import dev.hallway.ingest.ledger.Ledger;
import dev.hallway.ingest.numbers.Departure;
import dev.hallway.ingest.numbers.NumberInventory;
import dev.hallway.ingest.walk.Step;
import dev.hallway.ingest.walk.UnusableAnswers;
import dev.hallway.ingest.walk.Walk;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Asks GraphQL about the numbers that nothing is known of where they are many: one query tells of fifty which are
 * discussions.
 *
 * <p>What is an item after all, {@link ProbeWalk} repairs. Of what is neither, REST tells why; only where that would be
 * too many requests, it stays with what GraphQL says: nothing that the token may see.
 */
public final class HoleWalk implements Walk {

    private static final int MOST_ASKED_WHY = 500;

    private final NumberReader reader;
    private final Ledger ledger;
    private final int few;
    private final BatchSize size = new BatchSize();
    private final Set<Long> asked = new HashSet<>();
    private int leftToRest;

    /**
     * A walk of one cycle.
     *
     * @param few so many are not worth a query
     */
    public HoleWalk(NumberReader reader, Ledger ledger, int few) {
        this.reader = reader;
        this.ledger = ledger;
        this.few = few;
    }

    @Override
    public Step step() throws InterruptedException {
        NumberInventory inventory = ledger.numbers();
        List<Long> numbers = inventory.unexplained(asked, size.current());
        if (numbers.isEmpty() || (asked.isEmpty() && inventory.countUnexplained() <= few)) {
            return new Step.CaughtUp();
        }
        FoundNumbers answer = reader.read(ledger.repository(), numbers);
        if (answer instanceof FoundNumbers.Unauthorized unauthorized) {
            return UnusableAnswers.refused(unauthorized.who(), unauthorized.message());
        }
        if (answer instanceof FoundNumbers.TooLarge && size.gaveUp(numbers.size())) {
            return new Step.Advanced();
        }
        if (!(answer instanceof FoundNumbers.Answered answered)) {
            // REST is asked about them one by one.
            return new Step.CaughtUp();
        }
        asked.addAll(numbers);
        answered.discussions().forEach(number -> {
            inventory.depart(number, Departure.ABSENT);
            inventory.classifyAsDiscussion(number);
        });
        answered.nothing().forEach(number -> nothing(inventory, number));
        if (inventory.changed()) {
            commit(inventory, answered.date());
        }
        return new Step.Advanced();
    }

    /** While issues are switched off, GraphQL shows no more than that. */
    private void nothing(NumberInventory inventory, long number) {
        if (ledger.shown().issues() && ++leftToRest > MOST_ASKED_WHY) {
            inventory.depart(number, Departure.ABSENT);
            inventory.classifyAsInvisible(number);
        }
    }

    private void commit(NumberInventory inventory, Instant date) {
        ledger.commit(IngestStream.NUMBERS, Findings.of(inventory), date);
    }
}
