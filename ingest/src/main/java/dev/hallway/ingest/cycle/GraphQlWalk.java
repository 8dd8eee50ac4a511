// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.cycle;

import dev.hallway.github.IngestCursor;
import dev.hallway.github.IngestPhase;
import dev.hallway.github.IngestStream;
import dev.hallway.ingest.graphql.Batch;
import dev.hallway.ingest.graphql.BatchSize;
import dev.hallway.ingest.graphql.PullRequestFacts;
import dev.hallway.ingest.graphql.PullRequestReader;
import dev.hallway.ingest.translate.Translation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the reviews of the pull requests that wait for it, and what only GraphQL tells of them, many with one question.
 *
 * <p>What GraphQL does not tell becomes a named gap, and the reviews are read by REST.
 */
final class GraphQlWalk implements Walk {

    private final PullRequestReader reader;
    private final ReviewWalk rest;
    private final Ledger ledger;
    private final BatchSize size = new BatchSize();
    // Of the pull requests that wait, the first ones that GraphQL has been asked for in vain.
    private int byRest;
    private boolean unusable;

    GraphQlWalk(PullRequestReader reader, ReviewWalk rest, Ledger ledger) {
        this.reader = reader;
        this.rest = rest;
        this.ledger = ledger;
    }

    @Override
    public Step step() throws InterruptedException {
        if (unusable) {
            return rest.step();
        }
        if (byRest > 0) {
            return readByRest();
        }
        IngestCursor cursor = ledger.cursor(IngestStream.REVIEWS);
        List<Long> pending = cursor.getPendingPullRequests();
        if (pending.isEmpty()) {
            return new Step.CaughtUp();
        }
        List<Long> numbers = pending.subList(0, Math.min(size.current(), pending.size()));
        Batch batch = reader.read(ledger.repository(), numbers);
        if (batch instanceof Batch.Told told) {
            size.answered();
            commit(cursor, numbers, told);
        } else if (batch instanceof Batch.TooLarge large) {
            if (!size.gaveUp(numbers.size())) {
                giveUp(cursor, numbers, large.reason());
            }
        } else if (batch instanceof Batch.Failed failed) {
            giveUp(cursor, numbers, failed.reason());
        } else if (batch instanceof Batch.Unauthorized unauthorized) {
            return new Step.Stopped("GitHub no longer accepts the token (401 " + unauthorized.message() + ")");
        } else {
            unusable = true;
            ledger.commitGap(
                    IngestCursor.newBuilder(cursor),
                    "closing references",
                    "some are known by keyword only, because GitHub's GraphQL API could not be used ("
                            + ((Batch.Unusable) batch).reason() + ")");
        }
        return new Step.Advanced();
    }

    private Step readByRest() throws InterruptedException {
        int before = pending();
        Step step = rest.readFirst(byRest);
        byRest -= before - pending();
        return step instanceof Step.Stopped ? step : new Step.Advanced();
    }

    private int pending() {
        return ledger.cursor(IngestStream.REVIEWS).getPendingPullRequests().size();
    }

    private void commit(IngestCursor cursor, List<Long> asked, Batch.Told told) {
        List<Snapshot> snapshots = new ArrayList<>();
        for (PullRequestFacts facts : told.facts()) {
            snapshots.add(Snapshot.ofToldByGraphQl(facts.pullRequest()));
            facts.reviews().forEach(review -> snapshots.add(Snapshot.of(review)));
        }
        commit(cursor, asked, snapshots, told.untold(), told.date());
    }

    private void giveUp(IngestCursor cursor, List<Long> asked, String reason) {
        Map<Long, String> untold = new LinkedHashMap<>();
        asked.forEach(number -> untold.put(number, reason));
        commit(cursor, asked, List.of(), untold, cursor.getUpdatedAt());
    }

    private void commit(
            IngestCursor cursor, List<Long> asked, List<Snapshot> snapshots, Map<Long, String> untold, Instant date) {
        List<Translation.Unreadable<Snapshot>> gaps = new ArrayList<>();
        untold.forEach((number, reason) ->
                gaps.add(new Translation.Unreadable<>(Snapshot.untold(number), reason, Optional.empty())));
        List<Long> pending = new ArrayList<>(untold.keySet());
        pending.addAll(cursor.getPendingPullRequests()
                .subList(asked.size(), cursor.getPendingPullRequests().size()));
        IngestCursor.Builder next = IngestCursor.newBuilder(cursor)
                .setPhase(IngestPhase.TAIL)
                .setNextPage(null)
                .setPendingPullRequests(pending);
        ledger.commit(next, new ListPage(snapshots, gaps, asked.size()), snapshots, Set.of(), date);
        byRest = untold.size();
    }
}
