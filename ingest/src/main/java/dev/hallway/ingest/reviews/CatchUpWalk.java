// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.reviews;

import dev.hallway.ingest.ledger.Ledger;
import dev.hallway.ingest.numbers.NumberInventory;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.ingest.walk.Step;
import dev.hallway.ingest.walk.Walk;
import java.time.Instant;
import java.util.List;

/**
 * Asks GraphQL about the pull requests that were read by REST only, because there was no token or GraphQL could not be
 * used.
 *
 * <p>Each is asked about once in a cycle. Once all have been asked about, the gap closes: what GitHub does not answer
 * for a single one is a gap of its own.
 */
public final class CatchUpWalk implements Walk {

    private final GraphQlInquiry inquiry;
    private final Ledger ledger;
    private final CatchUpTimes times;
    private final Instant cycleStart;
    private final IngestListener listener;
    private final boolean due;
    private boolean begun;

    /**
     * A walk of one cycle.
     *
     * @param times when GraphQL was asked in vain before
     */
    public CatchUpWalk(
            GraphQlInquiry inquiry, Ledger ledger, CatchUpTimes times, Instant cycleStart, IngestListener listener) {
        this.inquiry = inquiry;
        this.ledger = ledger;
        this.times = times;
        this.cycleStart = cycleStart;
        this.listener = listener;
        this.due = times.isDue(ledger.repository(), cycleStart);
    }

    @Override
    public Step step() throws InterruptedException {
        if (!inquiry.usable() || !due) {
            return new Step.CaughtUp();
        }
        List<Long> waiting = waiting();
        List<Long> unasked =
                waiting.stream().filter(number -> !inquiry.askedInVain(number)).toList();
        if (waiting.isEmpty()) {
            times.succeeded(ledger.repository());
        }
        if (unasked.isEmpty()) {
            inquiry.closeGap();
            return new Step.CaughtUp();
        }
        if (!begun) {
            begun = true;
            if (times.asked(ledger.repository(), cycleStart)) {
                listener.catchingUp(ledger.repository(), unasked.size());
            }
        }
        GraphQlInquiry.Result result = inquiry.ask(unasked);
        return result instanceof GraphQlInquiry.Stopped stopped ? stopped.step() : new Step.Advanced();
    }

    private List<Long> waiting() {
        NumberInventory inventory = ledger.numbers();
        return ledger.askedByRestOnly().stream()
                .filter(inventory::holdsPullRequest)
                .boxed()
                .toList();
    }
}
