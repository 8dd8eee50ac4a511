// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.reviews;

import dev.hallway.github.IngestCursor;
import dev.hallway.github.IngestPhase;
import dev.hallway.github.IngestStream;
import dev.hallway.github.Review;
import dev.hallway.ingest.cursor.Gaps;
import dev.hallway.ingest.graphql.Batch;
import dev.hallway.ingest.graphql.BatchSize;
import dev.hallway.ingest.graphql.PullRequestFacts;
import dev.hallway.ingest.graphql.PullRequestReader;
import dev.hallway.ingest.ledger.Ledger;
import dev.hallway.ingest.numbers.NumberSet;
import dev.hallway.ingest.page.ListPage;
import dev.hallway.ingest.page.Snapshot;
import dev.hallway.ingest.translate.Translation;
import dev.hallway.ingest.walk.Step;
import dev.hallway.ingest.walk.UnusableAnswers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks GraphQL about pull requests in one cycle, and commits its answers.
 *
 * <p>What it does not answer becomes a named gap: of a pull request, or of all if GraphQL cannot be used in this cycle.
 */
public final class GraphQlInquiry {

    /** The result of a query. */
    sealed interface Result {}

    /** GitHub answered, except for this many, which stay where they wait. */
    record Committed(int left) implements Result {}

    /** It was too much; nothing was committed, and the next query is a smaller one. */
    record TooMuch() implements Result {}

    /** GraphQL cannot be used, which is recorded as a gap. */
    record Unusable() implements Result {}

    /** Nothing can be read now; nothing was committed. */
    record Stopped(Step.Stopped step) implements Result {}

    private static final String GAP = "closing references";
    private static final int MOST_FAILURES_IN_A_ROW = 2;

    private final PullRequestReader reader;
    private final Ledger ledger;
    private final ReviewRetraction retraction;
    private final BatchSize size = new BatchSize();
    private final Set<Long> askedInVain = new HashSet<>();
    private int failuresInARow;
    private boolean usable = true;

    /** An inquiry of one cycle. */
    public GraphQlInquiry(PullRequestReader reader, Ledger ledger, ReviewRetraction retraction) {
        this.reader = reader;
        this.ledger = ledger;
        this.retraction = retraction;
    }

    /** Whether GraphQL can be used; once it cannot, it stays so for the rest of the cycle. */
    boolean usable() {
        return usable;
    }

    /** Whether a pull request has been asked about without an answer. */
    boolean askedInVain(long number) {
        return askedInVain.contains(number);
    }

    /** Asks about the first of these pull requests, as many as GitHub keeps up with. */
    Result ask(List<Long> numbers) throws InterruptedException {
        List<Long> asked = numbers.subList(0, Math.min(size.current(), numbers.size()));
        Batch batch = reader.read(ledger.repository(), asked);
        if (batch instanceof Batch.Answered answered) {
            size.answered();
            failuresInARow = 0;
            return accept(asked, answered);
        }
        if (batch instanceof Batch.TooLarge large) {
            return size.gaveUp(asked.size()) ? new TooMuch() : giveUp(asked, large.reason());
        }
        if (batch instanceof Batch.Unauthorized unauthorized) {
            return new Stopped(UnusableAnswers.refused(unauthorized.who(), unauthorized.message()));
        }
        return batch instanceof Batch.Failed failed
                ? unusable(failed.reason())
                : unusable(((Batch.Unusable) batch).reason());
    }

    /** Everything that could be asked has been: whatever is still missing is a gap of its own. */
    void closeGap() {
        ledger.closeGap(IngestStream.REVIEWS, GAP);
    }

    /** A pull request is left where it waits unless it is known what became of its missing reviews. */
    private Result accept(List<Long> asked, Batch.Answered answered) throws InterruptedException {
        Map<Long, Translation.Unreadable<Snapshot>> left = new LinkedHashMap<>();
        answered.unanswered()
                .forEach((number, reason) -> left.put(number, unread(Snapshot.unanswered(number), reason)));
        List<Snapshot> snapshots = new ArrayList<>();
        for (PullRequestFacts facts : answered.facts()) {
            long number = facts.pullRequest().getNumber();
            ReviewRetraction.Result result = retraction.compare(
                    number, facts.reviews().stream().map(Review::getId).toList());
            if (result instanceof ReviewRetraction.Stopped stopped) {
                if (stopped.step().endsTheCycle()) {
                    return new Stopped(stopped.step());
                }
                left.put(
                        number,
                        unread(Snapshot.reviewsOf(number), stopped.step().reason()));
            } else {
                snapshots.add(Snapshot.ofGraphQl(facts.pullRequest()));
                facts.reviews().forEach(review -> snapshots.add(Snapshot.of(review)));
            }
        }
        snapshots.addAll(retraction.deletions(answered.date()));
        return commit(asked, snapshots, left, answered.date());
    }

    /** Some pull requests are too large for GitHub; if the next ones fail, too, their size is not the reason. */
    private Result giveUp(List<Long> asked, String reason) {
        if (++failuresInARow >= MOST_FAILURES_IN_A_ROW) {
            return unusable(reason);
        }
        Map<Long, Translation.Unreadable<Snapshot>> left = new LinkedHashMap<>();
        asked.forEach(number -> left.put(number, unread(Snapshot.unanswered(number), reason)));
        Instant date = ledger.cursor(IngestStream.REVIEWS).getUpdatedAt();
        return commit(asked, List.of(), left, date);
    }

    private Result unusable(String reason) {
        usable = false;
        String sentence =
                "some are known by keyword only, because GitHub's GraphQL API could not be used (" + reason + ")";
        IngestCursor cursor = ledger.cursor(IngestStream.REVIEWS);
        if (!cursor.getGaps().contains(GAP + ": " + sentence)) {
            ledger.commitGap(IngestCursor.newBuilder(cursor), GAP, sentence);
        }
        return new Unusable();
    }

    private static Translation.Unreadable<Snapshot> unread(String subject, String reason) {
        return new Translation.Unreadable<>(subject, reason, Optional.empty());
    }

    /** Commits what is known, and of the pull requests that are left, why. */
    private Result commit(
            List<Long> asked,
            List<Snapshot> snapshots,
            Map<Long, Translation.Unreadable<Snapshot>> left,
            Instant date) {
        List<Long> answered = new ArrayList<>(asked);
        answered.removeAll(left.keySet());
        IngestCursor cursor = ledger.cursor(IngestStream.REVIEWS);
        List<Long> pending = new ArrayList<>(cursor.getPendingPullRequests());
        pending.removeAll(answered);
        NumberSet askedByRestOnly = ledger.askedByRestOnly();
        answered.forEach(askedByRestOnly::remove);
        Gaps known = new Gaps(cursor.getGaps());
        answered.forEach(number -> known.close(Snapshot.reviewsOf(number)));
        IngestCursor.Builder next = IngestCursor.newBuilder(cursor)
                .setPhase(IngestPhase.TAIL)
                .setNextPage(null)
                .setBoundaryIds(List.of())
                .setGaps(known.sentences())
                .setPendingPullRequests(pending)
                .setAskedByRestOnly(askedByRestOnly.toBytes());
        askedInVain.addAll(left.keySet());
        ListPage page = new ListPage(snapshots, List.copyOf(left.values()), asked.size());
        ledger.commit(next, page, snapshots, Set.of(), date);
        return new Committed(left.size());
    }
}
