// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.reconcile;

import dev.hallway.github.CommentKind;
import dev.hallway.github.IngestStream;
import dev.hallway.ingest.github.Answer;
import dev.hallway.ingest.github.GitHubClient;
import dev.hallway.ingest.github.PageSize;
import dev.hallway.ingest.held.HeldConversation;
import dev.hallway.ingest.held.PublishedSnapshots;
import dev.hallway.ingest.ledger.Ledger;
import dev.hallway.ingest.numbers.NumberInventory;
import dev.hallway.ingest.page.EntityReaders;
import dev.hallway.ingest.page.ListPage;
import dev.hallway.ingest.walk.Step;
import dev.hallway.ingest.walk.UnusableAnswers;
import dev.hallway.ingest.walk.Walk;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lists the comments of items where GitHub's count differs from the topic's, a few items per cycle.
 *
 * <p>{@link ReconcileWalk} counts. Review comments are not part of that count; {@link ReviewCommentWalk} looks for
 * them.
 */
public final class CommentWalk implements Walk {

    private final GitHubClient github;
    private final Ledger ledger;
    private final PublishedSnapshots published;
    private final int most;
    private final Instant cycleStart;

    /**
     * A walk of one cycle.
     *
     * @param most the most items whose comments it lists
     */
    public CommentWalk(GitHubClient github, Ledger ledger, PublishedSnapshots published, int most, Instant cycleStart) {
        this.github = github;
        this.ledger = ledger;
        this.published = published;
        this.most = most;
        this.cycleStart = cycleStart;
    }

    @Override
    public Step step() throws InterruptedException {
        NumberInventory inventory = ledger.numbers();
        List<Long> items = inventory.doubtedComments(most);
        if (items.isEmpty()) {
            return new Step.CaughtUp();
        }
        HeldConversation held = published.comments(ledger.repository(), CommentKind.ISSUE_COMMENT, items);
        CommentRound round = new CommentRound(github, ledger, published, CommentKind.ISSUE_COMMENT, held, cycleStart);
        Step step = new Step.CaughtUp();
        for (long item : items) {
            Confirmation confirmation = compare(item, held, round);
            if (!(confirmation instanceof Confirmation.Complete complete)) {
                step = confirmation instanceof Confirmation.Unauthorized refused ? refused.step() : step;
                break;
            }
            if (!complete.undecided().isEmpty()) {
                round.leaveUndecided(inventory, complete.undecided());
                break;
            }
            round.settle(inventory, item);
        }
        round.commit(IngestStream.NUMBERS, inventory, Optional.empty());
        return step;
    }

    private Confirmation compare(long item, HeldConversation held, CommentRound round) throws InterruptedException {
        Set<Long> lacking = held.below(item);
        Optional<String> next =
                Optional.of(ledger.path() + "/issues/" + item + "/comments?per_page=" + PageSize.LARGEST);
        while (next.isPresent()) {
            Answer answer = github.get(next.get(), Optional.empty());
            if (answer instanceof Answer.NotFound missing && missing.switchedOff()) {
                return new Confirmation.Complete(Map.of(item, missing.words()));
            }
            if (answer instanceof Answer.NotFound) {
                // The item itself is gone, which the next reconcile finds.
                return new Confirmation.Complete(Map.of());
            }
            if (answer instanceof Answer.Unauthorized) {
                return new Confirmation.Unauthorized(UnusableAnswers.stopped(answer, next.get()));
            }
            if (!(answer instanceof Answer.Fresh fresh) || !fresh.json().isArray()) {
                return new Confirmation.Complete(Map.of(
                        item,
                        answer instanceof Answer.Failed failed ? failed.reason() : "GitHub's answer is not a list"));
            }
            ListPage page = ListPage.read(ledger.snapshots(fresh), fresh, EntityReaders::issueComment);
            round.accept(page, fresh.date());
            page.snapshots().forEach(listed -> lacking.remove(listed.id()));
            next = fresh.next();
        }
        return round.confirm(lacking);
    }
}
