// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.cycle;

import dev.hallway.github.CommentKind;
import dev.hallway.github.IngestCursor;
import dev.hallway.github.IngestPhase;
import dev.hallway.github.IngestStream;
import dev.hallway.github.Inventory;
import dev.hallway.ingest.github.GitHubClient;
import dev.hallway.ingest.graphql.NumberReader;
import dev.hallway.ingest.graphql.PullRequestReader;
import dev.hallway.ingest.graphql.ReviewStateReader;
import dev.hallway.ingest.held.KnownState;
import dev.hallway.ingest.held.PublishedSnapshots;
import dev.hallway.ingest.ledger.Findings;
import dev.hallway.ingest.ledger.Ledger;
import dev.hallway.ingest.numbers.CheckSettings;
import dev.hallway.ingest.probe.DiscussionWalk;
import dev.hallway.ingest.probe.HoleWalk;
import dev.hallway.ingest.probe.ProbeWalk;
import dev.hallway.ingest.probe.Probing;
import dev.hallway.ingest.reconcile.CommentWalk;
import dev.hallway.ingest.reconcile.ReconcileWalk;
import dev.hallway.ingest.reconcile.ReviewCommentWalk;
import dev.hallway.ingest.reconcile.ReviewSweep;
import dev.hallway.ingest.reconcile.SweepWalk;
import dev.hallway.ingest.reread.CommentRereadWalk;
import dev.hallway.ingest.reread.RereadShare;
import dev.hallway.ingest.reread.RereadTurn;
import dev.hallway.ingest.reread.ReviewRereadWalk;
import dev.hallway.ingest.walk.GuardedWalk;
import dev.hallway.ingest.walk.ThoroughWalk;
import dev.hallway.ingest.walk.Walk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Proves that nothing is missing, beside the walks that read what is new; most cycles have nothing to check. */
final class CompletenessChecks {

    private static final List<IngestStream> REREADS =
            List.of(IngestStream.ISSUE_COMMENT_REREAD, IngestStream.REVIEW_COMMENT_REREAD, IngestStream.REVIEW_REREAD);

    private final GitHubClient github;
    private final PublishedSnapshots published;
    private final CheckSettings settings;
    private final boolean withToken;

    /**
     * The checks of one server.
     *
     * @param withToken whether GraphQL can be asked
     */
    CompletenessChecks(GitHubClient github, KnownState known, CheckSettings settings, boolean withToken) {
        this.github = github;
        this.published = new PublishedSnapshots(known);
        this.settings = settings;
        this.withToken = withToken;
    }

    /** Creates the inventory of a repository whose lists were read before inventories were kept. */
    void prepare(Ledger ledger, Instant cycleStart) {
        boolean begun = Stream.of(IngestStream.ISSUES, IngestStream.PULL_REQUESTS)
                .map(ledger::cursor)
                .anyMatch(cursor -> cursor.getSince() != null || cursor.getNextPage() != null);
        if (begun && !ledger.hasNumbers()) {
            ledger.commit(IngestStream.NUMBERS, Findings.of(published.numbers(ledger.repository())), cycleStart);
        }
    }

    /**
     * The checks that may be due, in order, to run when the lists have been read. None where history was left out on
     * purpose: they would bring it back piece by piece. Where a list could not be read or is switched off, none that
     * would miss what is in it.
     */
    List<Walk> walks(Ledger ledger, Probing probing, Instant cycleStart) {
        if (ledger.leavesOutHistory()) {
            return List.of();
        }
        List<Walk> walks = new ArrayList<>();
        boolean itemsRead = !ledger.isUnread(IngestStream.ISSUES) && !ledger.isUnread(IngestStream.PULL_REQUESTS);
        if (itemsRead) {
            walks.add(guarded(
                    new SweepWalk(github, ledger, reviews(ledger), settings.sweepInterval(), cycleStart),
                    IngestStream.SWEEP,
                    ledger));
            walks.add(guarded(
                    new ReconcileWalk(github, ledger, published, settings.reconcileInterval(), cycleStart),
                    IngestStream.RECONCILE,
                    ledger));
        }
        if (ledger.shown().pullRequests() && !ledger.isUnread(IngestStream.REVIEW_COMMENTS)) {
            walks.add(guarded(
                    new ReviewCommentWalk(github, ledger, published, settings.reconcileInterval(), cycleStart),
                    IngestStream.REVIEW_COMMENT_RECONCILE,
                    ledger));
        }
        boolean all = probing == Probing.ALL && settings.probes() > 0;
        if (itemsRead && all && withToken) {
            walks.add(new HoleWalk(new NumberReader(github), ledger, settings.probes()));
        }
        if (itemsRead) {
            Walk probes = new ProbeWalk(github, ledger, published, settings.probes(), cycleStart);
            walks.add(all ? thorough(probes, () -> ledger.numbers().countQuestions()) : probes);
        }
        walks.addAll(rereads(ledger, cycleStart));
        Walk comments = new CommentWalk(github, ledger, published, settings.probes(), cycleStart);
        walks.add(all ? thorough(comments, () -> ledger.numbers().countDoubtedComments()) : comments);
        if (withToken) {
            walks.add(new DiscussionWalk(new NumberReader(github), ledger, probing, cycleStart));
        }
        return walks;
    }

    private List<Walk> rereads(Ledger ledger, Instant cycleStart) {
        List<Walk> walks = new ArrayList<>();
        if (!ledger.isUnread(IngestStream.ISSUE_COMMENTS)) {
            walks.add(guarded(
                    comments(CommentKind.ISSUE_COMMENT, turn(IngestStream.ISSUE_COMMENT_REREAD, ledger, cycleStart)),
                    IngestStream.ISSUE_COMMENT_REREAD,
                    ledger));
        }
        if (ledger.shown().pullRequests() && !ledger.isUnread(IngestStream.REVIEW_COMMENTS)) {
            walks.add(guarded(
                    comments(CommentKind.REVIEW_COMMENT, turn(IngestStream.REVIEW_COMMENT_REREAD, ledger, cycleStart)),
                    IngestStream.REVIEW_COMMENT_REREAD,
                    ledger));
        }
        if (ledger.shown().pullRequests() && !ledger.isUnread(IngestStream.REVIEWS)) {
            walks.add(guarded(
                    new ReviewRereadWalk(
                            github,
                            ledger,
                            published,
                            withToken
                                    ? Optional.of(new PullRequestReader(github, ledger.withholding()))
                                    : Optional.empty(),
                            RereadShare.ofPullRequests(withToken),
                            turn(IngestStream.REVIEW_REREAD, ledger, cycleStart)),
                    IngestStream.REVIEW_REREAD,
                    ledger));
        }
        return walks;
    }

    private Walk thorough(Walk walk, LongSupplier left) {
        return new ThoroughWalk(walk, settings.probes(), left, github::quotaIsLeft);
    }

    private static Walk guarded(Walk check, IngestStream stream, Ledger ledger) {
        return new GuardedWalk(
                check, stream, stream.name().toLowerCase(Locale.ROOT).replace('_', ' '), ledger);
    }

    private RereadTurn turn(IngestStream list, Ledger ledger, Instant cycleStart) {
        return new RereadTurn(ledger, list, settings.rereadInterval(), cycleStart);
    }

    private Walk comments(CommentKind kind, RereadTurn turn) {
        return new CommentRereadWalk(github, turn.ledger(), published, kind, RereadShare.ofPages(withToken), turn);
    }

    private ReviewSweep reviews(Ledger ledger) {
        return new ReviewSweep(
                withToken ? Optional.of(new ReviewStateReader(github)) : Optional.empty(), ledger.repository());
    }

    /** What became of every number. */
    static Inventory inventory(Ledger ledger) {
        return ledger.numbers()
                .toInventory()
                .setLastSweepAt(lastTime(ledger.cursor(IngestStream.SWEEP)))
                .setLastReconcileAt(lastTime(ledger.cursor(IngestStream.RECONCILE)))
                .setOldestReadAt(oldestReadAt(ledger))
                .build();
    }

    /** Null if it is not known of all lists. */
    private static @Nullable Instant oldestReadAt(Ledger ledger) {
        List<Instant> known = REREADS.stream()
                .flatMap(list -> Stream.ofNullable(ledger.cursor(list).getOldestReadAt()))
                .sorted()
                .toList();
        return known.size() == REREADS.size() ? known.get(0) : null;
    }

    private static @Nullable Instant lastTime(IngestCursor check) {
        return check.getPhase() == IngestPhase.TAIL ? check.getSince() : null;
    }
}
