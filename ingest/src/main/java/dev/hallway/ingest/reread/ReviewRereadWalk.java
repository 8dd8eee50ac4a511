// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.reread;

import dev.hallway.github.IngestCursor;
import dev.hallway.github.Review;
import dev.hallway.ingest.github.Answer;
import dev.hallway.ingest.github.GitHubClient;
import dev.hallway.ingest.github.PageSize;
import dev.hallway.ingest.graphql.Batch;
import dev.hallway.ingest.graphql.BatchSize;
import dev.hallway.ingest.graphql.PullRequestFacts;
import dev.hallway.ingest.graphql.PullRequestReader;
import dev.hallway.ingest.held.HeldConversation;
import dev.hallway.ingest.held.HeldItems;
import dev.hallway.ingest.held.Loaded;
import dev.hallway.ingest.held.PublishedSnapshots;
import dev.hallway.ingest.ledger.Findings;
import dev.hallway.ingest.ledger.Ledger;
import dev.hallway.ingest.numbers.NumberInventory;
import dev.hallway.ingest.page.EntityReaders;
import dev.hallway.ingest.page.ListPage;
import dev.hallway.ingest.page.Snapshot;
import dev.hallway.ingest.reviews.ReviewRetraction;
import dev.hallway.ingest.walk.Step;
import dev.hallway.ingest.walk.UnusableAnswers;
import dev.hallway.ingest.walk.Walk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the reviews of a repository again, those of a share of its pull requests with each turn, and publishes what
 * differs from the topic.
 *
 * <p>With a token one query reads the reviews of many, and what else GraphQL shows of them; otherwise it takes a request
 * for each.
 */
public final class ReviewRereadWalk implements Walk {

    private final GitHubClient github;
    private final Ledger ledger;
    private final ReviewRetraction retraction;
    private final RereadShare share;
    private final RereadTurn turn;
    private final BatchSize size = new BatchSize();
    private Optional<PullRequestReader> graphQl;
    private final Loaded<HeldConversation> reviews;
    private final Loaded<HeldItems> pulls;
    private long read;
    private boolean begun;

    /**
     * A walk of one cycle.
     *
     * @param graphQl empty if GraphQL cannot be asked
     */
    public ReviewRereadWalk(
            GitHubClient github,
            Ledger ledger,
            PublishedSnapshots published,
            Optional<PullRequestReader> graphQl,
            RereadShare share,
            RereadTurn turn) {
        this.github = github;
        this.ledger = ledger;
        this.retraction = new ReviewRetraction(github, ledger, published);
        this.graphQl = graphQl;
        this.share = share;
        this.turn = turn;
        reviews = Loaded.from(() -> published.reviews(ledger.repository()));
        pulls = Loaded.from(() -> published.pullRequests(ledger.repository()));
    }

    @Override
    public Step step() throws InterruptedException {
        if (!begun && (turn.takeHistoryForFirst() || !turn.isDue())) {
            return new Step.CaughtUp();
        }
        if (!begun) {
            // What webhooks and archives have brought is not known otherwise.
            ledger.knowReviews(reviews.get().index());
            begun = true;
        }
        NumberInventory inventory = ledger.numbers();
        IngestCursor cursor = turn.cursor();
        long before =
                cursor.getBoundaryIds().isEmpty() ? 0 : cursor.getBoundaryIds().get(0);
        List<Long> asked = inventory.pullRequests().stream()
                .filter(number -> number > before)
                .limit(size.current())
                .boxed()
                .toList();
        if (asked.isEmpty()) {
            turn.commit(turn.endOfList());
            return end();
        }
        Round round = new Round(inventory);
        Step step = graphQl.isPresent() ? round.askGraphQl(graphQl.get(), asked) : round.askRest(asked);
        round.commit();
        return step;
    }

    private Step end() {
        reviews.release();
        pulls.release();
        return new Step.CaughtUp();
    }

    /** What was found in one step, until it is committed. */
    private final class Round {

        private final NumberInventory inventory;
        private final List<Snapshot> publish = new ArrayList<>();
        private IngestCursor.Builder cursor = turn.underWay();
        private Instant date = turn.cycleStart();

        Round(NumberInventory inventory) {
            this.inventory = inventory;
        }

        Step askGraphQl(PullRequestReader reader, List<Long> asked) throws InterruptedException {
            Batch batch = reader.read(ledger.repository(), asked);
            if (batch instanceof Batch.Unauthorized unauthorized) {
                return UnusableAnswers.refused(unauthorized.who(), unauthorized.message());
            }
            if (batch instanceof Batch.TooLarge) {
                return size.gaveUp(asked.size()) ? new Step.Advanced() : askRest(asked);
            }
            if (!(batch instanceof Batch.Answered answered)) {
                graphQl = Optional.empty();
                return turn.isWhole() ? askRest(asked) : endShare();
            }
            size.answered();
            date = answered.date();
            for (PullRequestFacts facts : answered.facts()) {
                long number = facts.pullRequest().getNumber();
                ReviewRetraction.Result result = retraction.compare(
                        number, facts.reviews().stream().map(Review::getId).toList());
                if (result instanceof ReviewRetraction.Stopped stopped) {
                    return unanswered(stopped.step());
                }
                pulls.get().news(Snapshot.ofGraphQl(facts.pullRequest())).ifPresent(publish::add);
                facts.reviews().forEach(review -> accept(Snapshot.of(review)));
            }
            return answered.unanswered().isEmpty()
                    ? advance(asked)
                    : askRest(List.copyOf(answered.unanswered().keySet()), asked);
        }

        Step askRest(List<Long> asked) throws InterruptedException {
            return askRest(asked, asked);
        }

        void commit() {
            publish.addAll(retraction.deletions(date));
            ledger.commit(
                    turn.stream(), new Findings(publish, inventory, Optional.of(cursor), List.of(), Map.of()), date);
        }

        private Step askRest(List<Long> asked, List<Long> all) throws InterruptedException {
            for (long number : asked) {
                Optional<Step> stopped = read(number);
                if (stopped.isPresent()) {
                    return stopped.get();
                }
            }
            return advance(all);
        }

        /** Reads the reviews of one pull request; what keeps it from going on, if anything does. */
        private Optional<Step> read(long number) throws InterruptedException {
            List<Snapshot> listed = new ArrayList<>();
            Optional<String> next =
                    Optional.of(ledger.path() + "/pulls/" + number + "/reviews?per_page=" + PageSize.LARGEST);
            while (next.isPresent()) {
                Answer answer = github.get(next.get(), Optional.empty());
                if (answer instanceof Answer.NotFound missing && !missing.switchedOff()) {
                    // The pull request itself is gone, which the next reconcile finds.
                    return Optional.empty();
                }
                if (!(answer instanceof Answer.Fresh fresh) || !fresh.json().isArray()) {
                    return Optional.of(unanswered(UnusableAnswers.stopped(answer, next.get())));
                }
                date = fresh.date();
                listed.addAll(ListPage.read(ledger.snapshots(fresh), fresh, EntityReaders.reviewOf(number))
                        .snapshots());
                next = fresh.next();
            }
            ReviewRetraction.Result result =
                    retraction.compare(number, listed.stream().map(Snapshot::id).toList());
            if (result instanceof ReviewRetraction.Stopped stopped) {
                return Optional.of(unanswered(stopped.step()));
            }
            listed.forEach(this::accept);
            return Optional.empty();
        }

        private void accept(Snapshot review) {
            reviews.get().news(review).ifPresent(publish::add);
        }

        private Step advance(List<Long> done) {
            read += done.size();
            boolean enough =
                    !turn.isWhole() && read >= share.of(inventory.pullRequests().size());
            cursor = (enough ? turn.endOfShare() : turn.underWay()).setBoundaryIds(List.of(done.get(done.size() - 1)));
            return enough ? end() : new Step.Advanced();
        }

        private Step unanswered(Step.Stopped stopped) {
            return turn.isWhole() || stopped.endsTheCycle() ? stopped : endShare();
        }

        /** GitHub does not answer now: the next turn goes on here. */
        private Step endShare() {
            cursor = turn.endOfShare();
            return end();
        }
    }
}
