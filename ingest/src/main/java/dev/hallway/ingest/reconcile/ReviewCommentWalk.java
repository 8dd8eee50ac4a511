// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.reconcile;

import dev.hallway.github.CommentKind;
import dev.hallway.github.IngestCursor;
import dev.hallway.github.IngestPhase;
import dev.hallway.github.IngestStream;
import dev.hallway.ingest.github.Answer;
import dev.hallway.ingest.github.GitHubClient;
import dev.hallway.ingest.github.PageSize;
import dev.hallway.ingest.held.HeldConversation;
import dev.hallway.ingest.held.Loaded;
import dev.hallway.ingest.held.PublishedSnapshots;
import dev.hallway.ingest.ledger.Findings;
import dev.hallway.ingest.ledger.Ledger;
import dev.hallway.ingest.numbers.NumberInventory;
import dev.hallway.ingest.page.EntityReaders;
import dev.hallway.ingest.page.ListPage;
import dev.hallway.ingest.page.Snapshot;
import dev.hallway.ingest.walk.Step;
import dev.hallway.ingest.walk.UnusableAnswers;
import dev.hallway.ingest.walk.Walk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Looks for review comments that are gone or were missed.
 *
 * <p>No list counts them for a pull request. With pages of one comment, GitHub's number of pages counts all of a
 * repository with one request; only where that differs from the topic are all of them listed, ordered by id. So each
 * page shows by itself which ids it lacks, and the walk keeps its place.
 *
 * <p>Pull requests that the lists no longer show are left out: a probe needs one request for each of them,
 * while their comments would take a request each.
 */
public final class ReviewCommentWalk implements Walk {

    private final GitHubClient github;
    private final Ledger ledger;
    private final PublishedSnapshots published;
    private final Duration interval;
    private final Instant cycleStart;
    private final Loaded<HeldConversation> held;

    /**
     * A walk of one cycle.
     *
     * @param interval time between two counts
     */
    public ReviewCommentWalk(
            GitHubClient github, Ledger ledger, PublishedSnapshots published, Duration interval, Instant cycleStart) {
        this.github = github;
        this.ledger = ledger;
        this.published = published;
        this.interval = interval;
        this.cycleStart = cycleStart;
        held = Loaded.from(() -> published.comments(ledger.repository(), CommentKind.REVIEW_COMMENT));
    }

    @Override
    public Step step() throws InterruptedException {
        IngestCursor cursor = ledger.cursor(IngestStream.REVIEW_COMMENT_RECONCILE);
        Instant last = cursor.getSince();
        if (last == null) {
            // The history has just been read.
            return commit(finished(cursor).setPhase(IngestPhase.HISTORY));
        }
        String page = cursor.getNextPage();
        if (page == null && cycleStart.isBefore(last.plus(interval))) {
            return new Step.CaughtUp();
        }
        String url = page == null ? list() + "?per_page=1" : page;
        Answer answer = github.get(url, Optional.empty());
        if (answer instanceof Answer.NotFound) {
            // The walk of that list has recorded the gap.
            return commit(finished(cursor));
        }
        if (!(answer instanceof Answer.Fresh fresh) || !fresh.json().isArray()) {
            return UnusableAnswers.stopped(answer, url);
        }
        return page == null ? compareCounts(cursor, fresh) : compare(cursor, fresh);
    }

    private Step compareCounts(IngestCursor cursor, Answer.Fresh fresh) {
        long counted =
                fresh.next().isEmpty() ? fresh.json().size() : fresh.pages().orElse(-1);
        if (counted == held.get().count(ledger.numbers()::holdsListedPullRequest)) {
            return commit(finished(cursor));
        }
        return commit(IngestCursor.newBuilder(cursor)
                .setNextPage(list() + "?per_page=" + PageSize.LARGEST)
                .setWalkStartedAt(cycleStart));
    }

    private Step compare(IngestCursor cursor, Answer.Fresh fresh) throws InterruptedException {
        ListPage page = ListPage.read(ledger.snapshots(fresh), fresh, EntityReaders::reviewComment);
        NumberInventory inventory = ledger.numbers();
        CommentRound round =
                new CommentRound(github, ledger, published, CommentKind.REVIEW_COMMENT, held.get(), cycleStart);
        round.accept(page, fresh.date());
        long before =
                cursor.getBoundaryIds().isEmpty() ? 0 : cursor.getBoundaryIds().get(0);
        long last = page.snapshots().stream().mapToLong(Snapshot::id).reduce(before, Math::max);
        Confirmation confirmation = round.confirm(round.lacking(
                page, before, fresh.next().isPresent() ? last : Long.MAX_VALUE, inventory::holdsListedPullRequest));
        IngestCursor.Builder next = IngestCursor.newBuilder(cursor);
        boolean atEnd = false;
        if (confirmation instanceof Confirmation.Complete complete) {
            round.leaveUndecided(inventory, complete.undecided());
            atEnd = fresh.next().isEmpty();
            next = atEnd
                    ? finished(cursor)
                    : next.setNextPage(fresh.next().get()).setBoundaryIds(List.of(last));
        }
        round.commit(IngestStream.REVIEW_COMMENT_RECONCILE, inventory, Optional.of(next));
        if (confirmation instanceof Confirmation.Unauthorized refused) {
            return refused.step();
        }
        return atEnd ? end() : new Step.Advanced();
    }

    private IngestCursor.Builder finished(IngestCursor cursor) {
        return IngestCursor.newBuilder(cursor)
                .setPhase(IngestPhase.TAIL)
                .setNextPage(null)
                .setBoundaryIds(List.of())
                .setSince(Objects.requireNonNullElse(cursor.getWalkStartedAt(), cycleStart))
                .setWalkStartedAt(null);
    }

    private Step commit(IngestCursor.Builder cursor) {
        boolean under = cursor.getNextPage() != null;
        ledger.commit(IngestStream.REVIEW_COMMENT_RECONCILE, Findings.of(ledger.numbers(), cursor), cycleStart);
        return under ? new Step.Advanced() : end();
    }

    private Step end() {
        held.release();
        return new Step.CaughtUp();
    }

    private String list() {
        return ledger.path() + "/pulls/comments";
    }
}
