// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.reviews;

import dev.hallway.github.IngestCursor;
import dev.hallway.github.IngestPhase;
import dev.hallway.github.IngestStream;
import dev.hallway.ingest.cursor.Gaps;
import dev.hallway.ingest.github.Answer;
import dev.hallway.ingest.github.GitHubClient;
import dev.hallway.ingest.github.PageSize;
import dev.hallway.ingest.ledger.Ledger;
import dev.hallway.ingest.numbers.NumberSet;
import dev.hallway.ingest.page.EntityReaders;
import dev.hallway.ingest.page.ListPage;
import dev.hallway.ingest.page.Snapshot;
import dev.hallway.ingest.walk.Step;
import dev.hallway.ingest.walk.UnusableAnswers;
import dev.hallway.ingest.walk.Walk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the reviews of the pending pull requests; GitHub has no list of all reviews.
 *
 * <p>Most pull requests have few reviews, and a transaction costs more than reading them: the pages of several are
 * committed together.
 */
public final class ReviewWalk implements Walk {

    private static final int PAGES_IN_A_COMMIT = 20;

    // If this many pull requests in a row get no answer, none of them is the reason.
    private static final int MOST_FAILURES_IN_A_ROW = 3;

    private final GitHubClient github;
    private final Ledger ledger;
    private final ReviewRetraction retraction;
    private final Set<Long> askedInVain = new HashSet<>();
    private int failuresInARow;

    /** A walk of one cycle. */
    public ReviewWalk(GitHubClient github, Ledger ledger, ReviewRetraction retraction) {
        this.github = github;
        this.ledger = ledger;
        this.retraction = retraction;
    }

    @Override
    public Step step() throws InterruptedException {
        return readFirst(Integer.MAX_VALUE);
    }

    /** Whether the reviews of a pull request could not be read in this cycle. */
    boolean askedInVain(long pullRequest) {
        return askedInVain.contains(pullRequest);
    }

    /** Reads the reviews of the first pending pull requests, at most that many. */
    Step readFirst(int pullRequests) throws InterruptedException {
        Batch batch = new Batch(ledger.cursor(IngestStream.REVIEWS));
        while (batch.pages < PAGES_IN_A_COMMIT && batch.pullRequests < pullRequests && batch.hasNext()) {
            Answer answer = github.get(batch.url(), Optional.empty());
            if (answer instanceof Answer.Fresh fresh && fresh.json().isArray()) {
                if (batch.add(fresh) instanceof ReviewRetraction.Stopped stopped) {
                    return leaveForLater(batch, stopped.step());
                }
                failuresInARow = 0;
            } else if (answer instanceof Answer.NotFound missing) {
                batch.commit();
                batch.commitMissing(missing.words());
                return new Step.Advanced();
            } else {
                return leaveForLater(batch, UnusableAnswers.stopped(answer, batch.url()));
            }
        }
        batch.commit();
        return batch.hasNext() ? new Step.Advanced() : new Step.CaughtUp();
    }

    /** One pull request that GitHub gives no answer about does not keep the reviews of the others from being read. */
    private Step leaveForLater(Batch batch, Step.Stopped stopped) {
        batch.commit();
        if (stopped.endsTheCycle() || ++failuresInARow >= MOST_FAILURES_IN_A_ROW) {
            return stopped;
        }
        askedInVain.add(batch.number());
        batch.commitLast(stopped.reason());
        return new Step.Advanced();
    }

    /** Pages that were read and are not committed yet, and the cursor after them. */
    private final class Batch {

        private final NumberSet askedByRestOnly = ledger.askedByRestOnly();
        private ListPage read = ListPage.EMPTY;
        private IngestCursor cursor;
        private Instant date = Instant.EPOCH;
        private int pages;
        private int pullRequests;

        Batch(IngestCursor cursor) {
            this.cursor = cursor;
        }

        /** Those that were asked about in vain wait at the end. */
        boolean hasNext() {
            return !cursor.getPendingPullRequests().isEmpty() && !askedInVain(number());
        }

        String url() {
            return cursor.getNextPage() == null
                    ? ledger.path() + "/pulls/" + number() + "/reviews?per_page=" + PageSize.LARGEST
                    : cursor.getNextPage();
        }

        /** The last page of a pull request is left out unless it is known what became of missing reviews. */
        ReviewRetraction.Result add(Answer.Fresh fresh) throws InterruptedException {
            ListPage page = ListPage.read(ledger.snapshots(fresh), fresh, EntityReaders.reviewOf(number()));
            List<Long> listed = new ArrayList<>(cursor.getBoundaryIds());
            page.snapshots().forEach(review -> listed.add(review.id()));
            if (fresh.next().isEmpty()) {
                ReviewRetraction.Result result = retraction.compare(number(), listed);
                if (result instanceof ReviewRetraction.Stopped) {
                    return result;
                }
            }
            read = read.and(page);
            date = fresh.date();
            pages++;
            cursor = fresh.next()
                    .map(next -> IngestCursor.newBuilder(cursor)
                            .setNextPage(next)
                            .setBoundaryIds(listed)
                            .build())
                    .orElseGet(this::withoutFirst);
            return new ReviewRetraction.Told();
        }

        void commit() {
            if (pages > 0) {
                IngestCursor.Builder next = IngestCursor.newBuilder(cursor).setPhase(IngestPhase.TAIL);
                List<Snapshot> publish = new ArrayList<>(read.snapshots());
                publish.addAll(retraction.deletions(date));
                ledger.commit(next, read, publish, Set.of(), date);
            }
        }

        void commitMissing(String reason) {
            String subject = Snapshot.reviewsOf(number());
            IngestCursor current = withoutFirst();
            IngestCursor committed = ledger.cursor(IngestStream.REVIEWS);
            ledger.commitGap(IngestCursor.newBuilder(current).setGaps(committed.getGaps()), subject, reason);
        }

        /** The first is asked about again in the next cycle. */
        void commitLast(String reason) {
            IngestCursor committed = ledger.cursor(IngestStream.REVIEWS);
            List<Long> pending = new ArrayList<>(committed.getPendingPullRequests());
            pending.remove(number());
            pending.add(number());
            ledger.commitGap(
                    IngestCursor.newBuilder(committed)
                            .setNextPage(null)
                            .setBoundaryIds(List.of())
                            .setPendingPullRequests(pending),
                    Snapshot.reviewsOf(number()),
                    reason);
        }

        private long number() {
            return cursor.getPendingPullRequests().get(0);
        }

        private IngestCursor withoutFirst() {
            List<Long> pending = cursor.getPendingPullRequests();
            pullRequests++;
            askedByRestOnly.add(number());
            Gaps gaps = new Gaps(cursor.getGaps());
            gaps.close(Snapshot.reviewsOf(number()));
            return IngestCursor.newBuilder(cursor)
                    .setGaps(gaps.sentences())
                    .setNextPage(null)
                    .setBoundaryIds(List.of())
                    .setPendingPullRequests(List.copyOf(pending.subList(1, pending.size())))
                    .setAskedByRestOnly(askedByRestOnly.toBytes())
                    .build();
        }
    }
}
