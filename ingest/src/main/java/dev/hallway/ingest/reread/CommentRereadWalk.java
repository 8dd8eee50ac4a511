// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.reread;

import dev.hallway.github.CommentKind;
import dev.hallway.github.IngestCursor;
import dev.hallway.ingest.github.Answer;
import dev.hallway.ingest.github.GitHubClient;
import dev.hallway.ingest.github.PageSize;
import dev.hallway.ingest.held.HeldConversation;
import dev.hallway.ingest.held.Loaded;
import dev.hallway.ingest.held.PublishedSnapshots;
import dev.hallway.ingest.ledger.Ledger;
import dev.hallway.ingest.numbers.NumberInventory;
import dev.hallway.ingest.page.EntityReaders;
import dev.hallway.ingest.page.ListPage;
import dev.hallway.ingest.page.Snapshot;
import dev.hallway.ingest.reconcile.CommentRound;
import dev.hallway.ingest.reconcile.Confirmation;
import dev.hallway.ingest.walk.Step;
import dev.hallway.ingest.walk.UnusableAnswers;
import dev.hallway.ingest.walk.Walk;
import java.util.List;
import java.util.Optional;

/**
 * Reads the comments of a repository again, a share with each turn, and publishes what differs from the topic.
 *
 * <p>An author's association with the repository changes without a new time of change of what was written before. One
 * request lists a hundred comments, ordered by id, so that each page shows by itself which ids it lacks.
 */
public final class CommentRereadWalk implements Walk {

    private final GitHubClient github;
    private final Ledger ledger;
    private final PublishedSnapshots published;
    private final CommentKind kind;
    private final RereadShare share;
    private final RereadTurn turn;
    private final Loaded<HeldConversation> held;
    private long read;
    private boolean begun;
    private boolean fromTheStart;
    private boolean allTold = true;

    /**
     * A walk of one cycle.
     *
     * @param share how many pages of the list one turn reads
     */
    public CommentRereadWalk(
            GitHubClient github,
            Ledger ledger,
            PublishedSnapshots published,
            CommentKind kind,
            RereadShare share,
            RereadTurn turn) {
        this.github = github;
        this.ledger = ledger;
        this.published = published;
        this.kind = kind;
        this.share = share;
        this.turn = turn;
        held = Loaded.from(() -> published.comments(ledger.repository(), kind));
    }

    @Override
    public Step step() throws InterruptedException {
        if (!begun && (turn.takeHistoryForFirst() || !turn.isDue())) {
            return new Step.CaughtUp();
        }
        IngestCursor cursor = turn.cursor();
        fromTheStart = begun ? fromTheStart : cursor.getNextPage() == null;
        begun = true;
        String url = cursor.getNextPage() == null ? list() + "?per_page=" + PageSize.LARGEST : cursor.getNextPage();
        Answer answer = github.get(url, Optional.empty());
        if (answer instanceof Answer.Fresh fresh && fresh.json().isArray()) {
            return compare(cursor, fresh);
        }
        if (answer instanceof Answer.Unauthorized || (turn.isWhole() && !(answer instanceof Answer.NotFound))) {
            return UnusableAnswers.stopped(answer, url);
        }
        // The walk of that list records what it cannot read; how old the oldest reading is shows in the inventory.
        turn.commit(turn.givenUp());
        return end();
    }

    private Step compare(IngestCursor cursor, Answer.Fresh fresh) throws InterruptedException {
        ListPage page = ListPage.read(
                ledger.snapshots(fresh),
                fresh,
                kind == CommentKind.REVIEW_COMMENT ? EntityReaders::reviewComment : EntityReaders::issueComment);
        NumberInventory inventory = ledger.numbers();
        CommentRound round = new CommentRound(github, ledger, published, kind, held.get(), turn.cycleStart());
        round.accept(page, fresh.date());
        long before =
                cursor.getBoundaryIds().isEmpty() ? 0 : cursor.getBoundaryIds().get(0);
        long last = page.snapshots().stream().mapToLong(Snapshot::id).reduce(before, Math::max);
        // Comments of items that the lists no longer show are left out: those are requested individually.
        Confirmation confirmation = round.confirm(
                round.lacking(page, before, fresh.next().isPresent() ? last : Long.MAX_VALUE, inventory::holdsListed));
        if (!(confirmation instanceof Confirmation.Complete complete)) {
            round.commit(turn.stream(), inventory, Optional.of(turn.underWay()));
            return confirmation instanceof Confirmation.Unauthorized refused ? refused.step() : new Step.Advanced();
        }
        round.leaveUndecided(inventory, complete.undecided());
        allTold &= complete.undecided().isEmpty();
        read++;
        boolean atEnd = fresh.next().isEmpty();
        boolean enough = !turn.isWhole() && read >= share.of(fresh.pages().orElse(0));
        if (atEnd && fromTheStart && allTold && kind == CommentKind.ISSUE_COMMENT) {
            // All comments have been compared, so nothing is left of what the counts made doubtful.
            inventory.doubtedComments(Integer.MAX_VALUE).forEach(item -> round.settle(inventory, item));
        }
        round.commit(turn.stream(), inventory, Optional.of(atEnd ? turn.endOfList() : next(fresh, last, enough)));
        return atEnd || enough ? end() : new Step.Advanced();
    }

    private IngestCursor.Builder next(Answer.Fresh fresh, long last, boolean enough) {
        return (enough ? turn.endOfShare() : turn.underWay())
                .setNextPage(fresh.next().orElse(null))
                .setBoundaryIds(List.of(last));
    }

    private Step end() {
        held.release();
        return new Step.CaughtUp();
    }

    private String list() {
        return ledger.path() + (kind == CommentKind.REVIEW_COMMENT ? "/pulls/comments" : "/issues/comments");
    }
}
