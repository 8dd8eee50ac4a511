// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.cycle;

import dev.hallway.github.IngestCursor;
import dev.hallway.github.IngestPhase;
import dev.hallway.github.IngestStream;
import dev.hallway.github.Review;
import dev.hallway.ingest.cursor.Gaps;
import dev.hallway.ingest.graphql.Batch;
import dev.hallway.ingest.graphql.BatchSize;
import dev.hallway.ingest.graphql.PullRequestFacts;
import dev.hallway.ingest.graphql.PullRequestReader;
import dev.hallway.ingest.numbers.NumberSet;
import dev.hallway.ingest.translate.Translation;
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
final class GraphQlInquiry {

    /** The result of a query. */
    sealed interface Result {}

    /** GitHub answered, except for this many. */
    record Committed(int unanswered) implements Result {}

    /** It was too much; nothing was committed, and the next query is a smaller one. */
    record TooMuch() implements Result {}

    /** GraphQL cannot be used, which is recorded as a gap. */
    record Unusable() implements Result {}

    /** GitHub does not accept the credentials. */
    record Stopped(String reason) implements Result {}

    private static final String GAP = "closing references";
    private static final int MOST_FAILURES_IN_A_ROW = 2;

    private final PullRequestReader reader;
    private final Ledger ledger;
    private final ReviewRetraction retraction;
    private final BatchSize size = new BatchSize();
    private final Set<Long> askedInVain = new HashSet<>();
    private int failuresInARow;
    private boolean usable = true;

    GraphQlInquiry(PullRequestReader reader, Ledger ledger, ReviewRetraction retraction) {
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
            List<Snapshot> snapshots = snapshots(answered);
            for (PullRequestFacts facts : answered.facts()) {
                List<Long> listed = facts.reviews().stream().map(Review::getId).toList();
                if (retraction.compare(facts.pullRequest().getNumber(), listed)
                        instanceof ReviewRetraction.Stopped stopped) {
                    return new Stopped(stopped.step().reason());
                }
            }
            snapshots.addAll(retraction.deletions(answered.date()));
            return commit(asked, snapshots, answered.unanswered(), answered.date());
        }
        if (batch instanceof Batch.TooLarge large) {
            return size.gaveUp(asked.size()) ? new TooMuch() : giveUp(asked, large.reason());
        }
        if (batch instanceof Batch.Unauthorized unauthorized) {
            return new Stopped(UnusableAnswers.refused(unauthorized.who(), unauthorized.message())
                    .reason());
        }
        return batch instanceof Batch.Failed failed
                ? unusable(failed.reason())
                : unusable(((Batch.Unusable) batch).reason());
    }

    /** Everything that could be asked has been: whatever is still missing is a gap of its own. */
    void closeGap() {
        ledger.closeGap(IngestStream.REVIEWS, GAP);
    }

    /** Some pull requests are too large for GitHub; if the next ones fail, too, their size is not the reason. */
    private Result giveUp(List<Long> asked, String reason) {
        if (++failuresInARow >= MOST_FAILURES_IN_A_ROW) {
            return unusable(reason);
        }
        Map<Long, String> unanswered = new LinkedHashMap<>();
        asked.forEach(number -> unanswered.put(number, reason));
        Instant date = ledger.cursor(IngestStream.REVIEWS).getUpdatedAt();
        return commit(asked, List.of(), unanswered, date);
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

    /** Those that it answered nothing of stay where they wait. */
    private Result commit(List<Long> asked, List<Snapshot> snapshots, Map<Long, String> unanswered, Instant date) {
        List<Translation.Unreadable<Snapshot>> gaps = new ArrayList<>();
        unanswered.forEach((number, reason) ->
                gaps.add(new Translation.Unreadable<>(Snapshot.unanswered(number), reason, Optional.empty())));
        List<Long> answered = new ArrayList<>(asked);
        answered.removeAll(unanswered.keySet());
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
        askedInVain.addAll(unanswered.keySet());
        ledger.commit(next, new ListPage(snapshots, gaps, asked.size()), snapshots, Set.of(), date);
        return new Committed(unanswered.size());
    }

    private static List<Snapshot> snapshots(Batch.Answered answered) {
        List<Snapshot> snapshots = new ArrayList<>();
        for (PullRequestFacts facts : answered.facts()) {
            snapshots.add(Snapshot.ofGraphQl(facts.pullRequest()));
            facts.reviews().forEach(review -> snapshots.add(Snapshot.of(review)));
        }
        return snapshots;
    }
}
