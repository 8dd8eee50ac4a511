// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.lists;

import dev.hallway.github.IngestPhase;
import dev.hallway.github.IngestStream;
import dev.hallway.ingest.ledger.Ledger;
import dev.hallway.ingest.walk.Step;
import dev.hallway.ingest.walk.Walk;

/** Reads the history of pull requests, and their reviews whenever many are waiting. */
public final class PullRequestHistory implements Walk {

    // The waiting numbers are part of every cursor of reviews: a long list would be rewritten with each of them.
    private static final int MOST_PENDING_REVIEWS = 500;

    private final Walk pulls;
    private final Walk reviews;
    private final Ledger ledger;
    private boolean readingReviews;

    /**
     * A walk of one cycle.
     *
     * @param pulls reads the list of pull requests
     * @param reviews reads the reviews of those that wait for it
     */
    public PullRequestHistory(Walk pulls, Walk reviews, Ledger ledger) {
        this.pulls = pulls;
        this.reviews = reviews;
        this.ledger = ledger;
    }

    @Override
    public Step step() throws InterruptedException {
        if (readingReviews) {
            Step step = reviews.step();
            readingReviews = step instanceof Step.Advanced;
            return step instanceof Step.Stopped ? step : new Step.Advanced();
        }
        if (ledger.isUnread(IngestStream.PULL_REQUESTS)
                || ledger.cursor(IngestStream.PULL_REQUESTS).getPhase() == IngestPhase.TAIL) {
            return new Step.CaughtUp();
        }
        Step step = pulls.step();
        readingReviews = !ledger.isUnread(IngestStream.REVIEWS)
                && ledger.cursor(IngestStream.REVIEWS).getPendingPullRequests().size() > MOST_PENDING_REVIEWS;
        return step instanceof Step.Stopped ? step : new Step.Advanced();
    }
}
