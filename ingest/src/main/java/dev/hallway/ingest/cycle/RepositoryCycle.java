// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.cycle;

import dev.hallway.contract.Topics;
import dev.hallway.github.IngestStream;
import dev.hallway.github.Repository;
import dev.hallway.ingest.access.Identity;
import dev.hallway.ingest.cursor.Gaps;
import dev.hallway.ingest.cursor.Start;
import dev.hallway.ingest.github.GitHubClient;
import dev.hallway.ingest.graphql.PullRequestReader;
import dev.hallway.ingest.held.KnownState;
import dev.hallway.ingest.held.PublishedSnapshots;
import dev.hallway.ingest.ledger.Ledger;
import dev.hallway.ingest.lists.KeysetWalk;
import dev.hallway.ingest.lists.PullRequestHistory;
import dev.hallway.ingest.lists.PullRequestWalk;
import dev.hallway.ingest.lookup.FormerNames;
import dev.hallway.ingest.lookup.RepositoryLookup;
import dev.hallway.ingest.numbers.CheckSettings;
import dev.hallway.ingest.page.EntityReaders;
import dev.hallway.ingest.page.ListPage;
import dev.hallway.ingest.probe.Probing;
import dev.hallway.ingest.publish.OutgoingRecord;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.ingest.report.RepositoryOutcome;
import dev.hallway.ingest.reviews.CatchUpTimes;
import dev.hallway.ingest.reviews.CatchUpWalk;
import dev.hallway.ingest.reviews.GraphQlInquiry;
import dev.hallway.ingest.reviews.GraphQlWalk;
import dev.hallway.ingest.reviews.ReviewRetraction;
import dev.hallway.ingest.reviews.ReviewWalk;
import dev.hallway.ingest.walk.GuardedWalk;
import dev.hallway.ingest.walk.Step;
import dev.hallway.ingest.walk.Walk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Brings one repository up to date: history first, then what changed. */
public final class RepositoryCycle {

    private final GitHubClient github;
    private final KnownState known;
    private final String host;
    private final boolean withToken;
    private final Start start;
    private final RepositoryLookup lookup;
    private final IngestListener listener;
    private final CompletenessChecks checks;
    private final CatchUpTimes catchUpTimes = new CatchUpTimes();

    /**
     * A cycle against one server.
     *
     * @param host host of the API, for cursor keys
     * @param start where reading begins
     * @param checks how thoroughly and how often completeness is checked
     * @param identity who asks; GitHub answers no anonymous GraphQL queries
     */
    public RepositoryCycle(
            GitHubClient github,
            KnownState known,
            String host,
            Start start,
            CheckSettings checks,
            Identity identity,
            IngestListener listener) {
        this.github = github;
        this.known = known;
        this.host = host;
        this.withToken = identity.authenticated();
        this.start = start;
        this.lookup = new RepositoryLookup(github, known, host, identity, listener);
        this.listener = listener;
        this.checks = new CompletenessChecks(github, known, checks, withToken);
    }

    /** Whether all history has been read of the repository that GitHub last showed under that name. */
    public boolean isComplete(String requestedName) {
        return lookup.known(requestedName)
                .filter(Repository::getHistoryComplete)
                .isPresent();
    }

    /**
     * Reads until nothing is left and every number is explained, or until it cannot continue; waits while another lane
     * reads the repository under another name.
     */
    public RepositoryOutcome run(String requestedName) throws InterruptedException {
        RepositoryLookup.Result result = lookup.find(requestedName);
        if (result instanceof RepositoryLookup.Absent absent) {
            return unread(requestedName, absent.outcome());
        }
        RepositoryLookup.Present present = (RepositoryLookup.Present) result;
        ReentrantLock lock = known.lock(present.repository().getId());
        lock.lockInterruptibly();
        try {
            return readWhatIsPresent(requestedName, present, Probing.ALL, () -> {});
        } finally {
            lock.unlock();
        }
    }

    /**
     * The same for one of many cycles, which asks about a few numbers only unless everything is to be looked at; empty if
     * another lane is reading it under another name: it must not hold up the other repositories, and between two pages of
     * another repository, waiting for each other would be a deadlock.
     *
     * @param callback called between two pages
     */
    public Optional<RepositoryOutcome> runUnlessBusy(String requestedName, PageCallback callback)
            throws InterruptedException {
        Optional<ReentrantLock> lastLock = lookup.known(requestedName).map(last -> known.lock(last.getId()));
        if (lastLock.filter(ReentrantLock::isLocked).isPresent()) {
            return Optional.empty();
        }
        RepositoryLookup.Result result = lookup.find(requestedName);
        if (result instanceof RepositoryLookup.Absent absent) {
            return Optional.of(unread(requestedName, absent.outcome()));
        }
        RepositoryLookup.Present present = (RepositoryLookup.Present) result;
        ReentrantLock lock = known.lock(present.repository().getId());
        if (lock.isHeldByCurrentThread() || !lock.tryLock()) {
            return Optional.empty();
        }
        try {
            Probing probing = start.isThorough() ? Probing.ALL : Probing.A_FEW_A_CYCLE;
            return Optional.of(readWhatIsPresent(requestedName, present, probing, callback));
        } finally {
            lock.unlock();
        }
    }

    /**
     * A lane that has read it under another name in the meantime knows more than was found before, so it is looked up
     * again.
     */
    private RepositoryOutcome readWhatIsPresent(
            String requestedName, RepositoryLookup.Present found, Probing probing, PageCallback callback)
            throws InterruptedException {
        if (lookup.isLatest(found)) {
            return read(requestedName, found, probing, callback);
        }
        RepositoryLookup.Result again = lookup.find(requestedName);
        return again instanceof RepositoryLookup.Absent absent
                ? unread(requestedName, absent.outcome())
                : read(requestedName, (RepositoryLookup.Present) again, probing, callback);
    }

    private RepositoryOutcome read(
            String requestedName, RepositoryLookup.Present present, Probing probing, PageCallback callback)
            throws InterruptedException {
        Ledger ledger = new Ledger(known, host, present.repository(), start, listener);
        checks.prepare(ledger, present.date());
        Optional<String> stopped = readEverything(ledger, probing, present.date(), callback);
        if (stopped.isPresent()) {
            return unread(requestedName, new RepositoryOutcome.Failed(requestedName, stopped.get()));
        }
        List<String> unread = ledger.unread();
        if (unread.isEmpty()) {
            new FormerNames(known, host).retract(present.repository(), present.date());
        }
        publishCompletion(ledger, present.repository(), present.date());
        known.settle();
        return unread.isEmpty()
                ? new RepositoryOutcome.UpToDate(requestedName, ledger.repository(), ledger.published(), present.date())
                : new RepositoryOutcome.Incomplete(requestedName, ledger.repository(), unread);
    }

    /** Beside the figures of a repository that was read before, it is said that it could not be read again. */
    private RepositoryOutcome unread(String requestedName, RepositoryOutcome outcome) {
        lookup.known(requestedName)
                .filter(repository -> !repository.getDeleted())
                .filter(repository -> repository.getSyncedAt() != null)
                .ifPresent(repository -> publishGapUnlessBusy(repository, outcome.line()));
        known.settle();
        return outcome;
    }

    /** A lane that is reading it under another name publishes what it finds. */
    private void publishGapUnlessBusy(Repository repository, String reason) {
        ReentrantLock lock = known.lock(repository.getId());
        if (lock.tryLock()) {
            try {
                publishGap(repository, reason);
            } finally {
                lock.unlock();
            }
        }
    }

    private void publishGap(Repository repository, String reason) {
        Gaps gaps = new Gaps(repository.getGaps());
        gaps.add("repository", reason);
        if (!gaps.sentences().equals(repository.getGaps())) {
            publish(Repository.newBuilder(repository).setGaps(gaps.sentences()).build());
        }
    }

    private Optional<String> readEverything(Ledger ledger, Probing probing, Instant cycleStart, PageCallback callback)
            throws InterruptedException {
        ReviewRetraction retraction = new ReviewRetraction(github, ledger, new PublishedSnapshots(known));
        ReviewWalk byRest = new ReviewWalk(github, ledger, retraction);
        GraphQlInquiry inquiry =
                new GraphQlInquiry(new PullRequestReader(github, ledger.withholding()), ledger, retraction);
        Walk reviews = new GuardedWalk(
                withToken ? new GraphQlWalk(inquiry, byRest, ledger) : byRest, IngestStream.REVIEWS, "reviews", ledger);
        Walk pulls = new GuardedWalk(new PullRequestWalk(github, ledger), IngestStream.PULL_REQUESTS, "pulls", ledger);
        boolean pullsShown = ledger.shown().pullRequests();
        List<Walk> lists = new ArrayList<>();
        if (pullsShown) {
            lists.add(new PullRequestHistory(pulls, reviews, ledger));
        }
        lists.add(keyset(IngestStream.ISSUES, "issues", EntityReaders::issue, ledger));
        lists.add(keyset(IngestStream.ISSUE_COMMENTS, "issues/comments", EntityReaders::issueComment, ledger));
        if (pullsShown) {
            lists.add(keyset(IngestStream.REVIEW_COMMENTS, "pulls/comments", EntityReaders::reviewComment, ledger));
            lists.add(pulls);
            lists.add(reviews);
        }
        Optional<String> stopped = toEnd(lists, callback);
        if (stopped.isPresent()) {
            return stopped;
        }
        List<Walk> afterwards = new ArrayList<>(checks.walks(ledger, probing, cycleStart));
        if (pullsShown) {
            // Again, for the pull requests that the checks found.
            afterwards.add(reviews);
        }
        if (pullsShown && withToken) {
            afterwards.add(new CatchUpWalk(inquiry, ledger, catchUpTimes, cycleStart, listener));
        }
        return toEnd(afterwards, callback);
    }

    private static Optional<String> toEnd(List<Walk> walks, PageCallback callback) throws InterruptedException {
        for (Walk walk : walks) {
            Optional<String> stopped = toEnd(walk, callback);
            if (stopped.isPresent()) {
                return stopped;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> toEnd(Walk walk, PageCallback callback) throws InterruptedException {
        while (true) {
            Step step = walk.step();
            if (step instanceof Step.CaughtUp) {
                return Optional.empty();
            }
            if (step instanceof Step.Stopped stopped) {
                return Optional.of(stopped.reason());
            }
            callback.afterPage();
        }
    }

    private Walk keyset(IngestStream stream, String list, ListPage.EntityReader reader, Ledger ledger) {
        return new GuardedWalk(new KeysetWalk(stream, list, reader, github, ledger), stream, list, ledger);
    }

    private void publishCompletion(Ledger ledger, Repository repository, Instant cycleStart) {
        publish(Repository.newBuilder(repository)
                .setHistoryComplete(ledger.historyComplete())
                .setSyncedAt(cycleStart)
                .setGaps(ledger.gaps())
                .setInventory(CompletenessChecks.inventory(ledger))
                .setObservedAt(cycleStart)
                .build());
    }

    private void publish(Repository repository) {
        known.commit(List.of(new OutgoingRecord<>(
                Topics.REPOSITORIES,
                repository.getFullName().toLowerCase(Locale.ROOT),
                repository,
                repository.getObservedAt())));
    }
}
