// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.reviews;

import dev.hallway.github.IngestStream;
import dev.hallway.ingest.ledger.Ledger;
import dev.hallway.ingest.walk.Step;
import dev.hallway.ingest.walk.Walk;
import java.util.List;

/**
 * Reads the reviews of the pending pull requests, and what only GraphQL shows of them, many with one query.
 *
 * <p>Where GraphQL gives no answer, the reviews are read by REST.
 */
public final class GraphQlWalk implements Walk {

    private final GraphQlInquiry inquiry;
    private final ReviewWalk rest;
    private final Ledger ledger;
    // Of the pending pull requests, the first ones, which the last query left.
    private int byRest;

    /**
     * A walk of one cycle.
     *
     * @param rest reads what GraphQL leaves
     */
    public GraphQlWalk(GraphQlInquiry inquiry, ReviewWalk rest, Ledger ledger) {
        this.inquiry = inquiry;
        this.rest = rest;
        this.ledger = ledger;
    }

    @Override
    public Step step() throws InterruptedException {
        if (byRest > 0) {
            return readByRest();
        }
        if (!inquiry.usable()) {
            return rest.step();
        }
        List<Long> pending =
                pending().stream().filter(number -> !rest.askedInVain(number)).toList();
        if (pending.isEmpty()) {
            return new Step.CaughtUp();
        }
        GraphQlInquiry.Result result = inquiry.ask(pending);
        if (result instanceof GraphQlInquiry.Stopped stopped) {
            return stopped.step();
        }
        if (result instanceof GraphQlInquiry.Committed committed) {
            byRest = committed.left();
        }
        return new Step.Advanced();
    }

    private Step readByRest() throws InterruptedException {
        long before = waiting();
        Step step = rest.readFirst(byRest);
        byRest = step instanceof Step.CaughtUp ? 0 : (int) (byRest - (before - waiting()));
        return step instanceof Step.Stopped ? step : new Step.Advanced();
    }

    private long waiting() {
        return pending().stream().filter(number -> !rest.askedInVain(number)).count();
    }

    private List<Long> pending() {
        return ledger.cursor(IngestStream.REVIEWS).getPendingPullRequests();
    }
}
