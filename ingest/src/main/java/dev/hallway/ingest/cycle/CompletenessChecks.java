// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.cycle;

import dev.hallway.github.CommentKind;
import dev.hallway.github.IngestCursor;
import dev.hallway.github.IngestPhase;
import dev.hallway.github.IngestStream;
import dev.hallway.github.Inventory;
import dev.hallway.ingest.github.GitHubClient;
import dev.hallway.ingest.graphql.DiscussionReader;
import dev.hallway.ingest.graphql.PullRequestReader;
import dev.hallway.ingest.graphql.ReviewStateReader;
import dev.hallway.ingest.numbers.CheckSettings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
            ledger.commit(
                    IngestStream.NUMBERS, Findings.of(List.of(), published.numbers(ledger.repository())), cycleStart);
        }
    }

    /**
     * The checks that may be due, in order, to run when every list has been read. None where history was left out on
     * purpose: they would bring it back piece by piece.
     */
    List<Walk> walks(Ledger ledger, Instant cycleStart) {
        if (ledger.leavesOutHistory()) {
            return List.of();
        }
        Stream<Walk> byRest = Stream.of(
                new SweepWalk(github, ledger, reviews(ledger), settings.sweepInterval(), cycleStart),
                new ReconcileWalk(github, ledger, published, settings.reconcileInterval(), cycleStart),
                new ReviewCommentWalk(github, ledger, published, settings.reconcileInterval(), cycleStart),
                new ProbeWalk(github, ledger, published, settings.probes(), cycleStart),
                comments(CommentKind.ISSUE_COMMENT, turn(IngestStream.ISSUE_COMMENT_REREAD, ledger, cycleStart)),
                comments(CommentKind.REVIEW_COMMENT, turn(IngestStream.REVIEW_COMMENT_REREAD, ledger, cycleStart)),
                new ReviewRereadWalk(
                        github,
                        ledger,
                        published,
                        withToken ? Optional.of(new PullRequestReader(github)) : Optional.empty(),
                        RereadShare.ofPullRequests(withToken),
                        turn(IngestStream.REVIEW_REREAD, ledger, cycleStart)),
                new CommentWalk(github, ledger, published, settings.probes(), cycleStart));
        Stream<Walk> byGraphQl = withToken
                ? Stream.of(new DiscussionWalk(new DiscussionReader(github), ledger, cycleStart))
                : Stream.empty();
        return Stream.concat(byRest, byGraphQl).toList();
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
