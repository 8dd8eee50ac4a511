// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.github.CommentKind;
import dev.hallway.github.IngestCursor;
import dev.hallway.github.IngestPhase;
import dev.hallway.github.IngestStream;
import dev.hallway.github.KnownNumbers;
import dev.hallway.ingest.github.Answer;
import dev.hallway.ingest.github.GitHubClient;
import dev.hallway.ingest.github.PageSize;
import dev.hallway.ingest.held.CommentCounts;
import dev.hallway.ingest.held.HeldItems;
import dev.hallway.ingest.held.Loaded;
import dev.hallway.ingest.held.PublishedSnapshots;
import dev.hallway.ingest.ledger.Findings;
import dev.hallway.ingest.ledger.Ledger;
import dev.hallway.ingest.numbers.NumberInventory;
import dev.hallway.ingest.numbers.NumberSet;
import dev.hallway.ingest.page.EntityReaders;
import dev.hallway.ingest.page.ListPage;
import dev.hallway.ingest.page.Snapshot;
import dev.hallway.ingest.walk.Step;
import dev.hallway.ingest.walk.UnusableAnswers;
import dev.hallway.ingest.walk.Walk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Lists all items, hundreds with a request, and compares them with what the topics hold.
 *
 * <p>An item that differs is published, however silently it changed: GitHub moves no time of change when somebody becomes
 * a member, or when it corrects itself. A published one that is not listed may be deleted or transferred; that suspicion
 * is no proof, and a probe requests each such item before anything is published about it. The same goes for
 * comments, which the list of issues counts for each item: {@link CommentWalk} lists them where the topic holds more or
 * fewer.
 *
 * <p>The list of issues shows which items there are, but not all of a pull request; so the list of pull requests follows.
 * The walk keeps its place, and continues there after a restart.
 */
public final class ReconcileWalk implements Walk {

    private static final String PULL_REQUESTS = "/pulls?";

    private final GitHubClient github;
    private final Ledger ledger;
    private final Duration interval;
    private final Instant cycleStart;
    private final Loaded<CommentCounts> counts;
    private final Loaded<HeldItems> issues;
    private final Loaded<HeldItems> pulls;

    /**
     * A walk of one cycle.
     *
     * @param interval time between two reconciles
     */
    public ReconcileWalk(
            GitHubClient github, Ledger ledger, PublishedSnapshots published, Duration interval, Instant cycleStart) {
        this.github = github;
        this.ledger = ledger;
        this.interval = interval;
        this.cycleStart = cycleStart;
        counts = Loaded.from(() -> published.commentCounts(ledger.repository(), CommentKind.ISSUE_COMMENT));
        issues = Loaded.from(() -> published.issues(ledger.repository()));
        pulls = Loaded.from(() -> published.pullRequests(ledger.repository()));
    }

    @Override
    public Step step() throws InterruptedException {
        IngestCursor cursor = ledger.cursor(IngestStream.RECONCILE);
        Instant last = cursor.getSince();
        if (last == null) {
            // The history has just been read.
            return finish(cursor, IngestPhase.HISTORY, ledger.numbers(), List.of(), cycleStart);
        }
        if (cursor.getNextPage() == null && cycleStart.isBefore(last.plus(interval))) {
            return new Step.CaughtUp();
        }
        String url = Objects.requireNonNullElseGet(cursor.getNextPage(), () -> startUrl("/issues?"));
        Answer answer = github.get(url, Optional.empty());
        if (answer instanceof Answer.Fresh fresh && fresh.json().isArray()) {
            return url.contains(PULL_REQUESTS) ? readPullRequests(cursor, fresh) : readIssues(cursor, fresh);
        }
        if (answer instanceof Answer.NotFound) {
            // Without that list a repository cannot be reconciled; the list's own walk has recorded the gap.
            return finish(cursor, cursor.getPhase(), ledger.numbers(), List.of(), cycleStart);
        }
        return UnusableAnswers.stopped(answer, url);
    }

    private Step readIssues(IngestCursor cursor, Answer.Fresh fresh) {
        NumberSet listed = cursor.getNumbers() == null
                ? NumberSet.empty()
                : NumberSet.of(cursor.getNumbers().getIssues());
        NumberInventory inventory = ledger.numbers();
        for (JsonNode item : fresh.json()) {
            listed.add(item.path("number").asLong());
        }
        List<Long> settled = countComments(fresh.json(), inventory);
        ListPage page = ListPage.read(ledger.snapshots(fresh), fresh, EntityReaders::issue);
        List<Snapshot> news = news(page, issues.get(), inventory);
        IngestCursor.Builder next = IngestCursor.newBuilder(cursor)
                .setWalkStartedAt(Objects.requireNonNullElse(cursor.getWalkStartedAt(), cycleStart));
        if (fresh.next().isPresent()) {
            next.setNextPage(fresh.next().get())
                    .setNumbers(KnownNumbers.newBuilder()
                            .setIssues(listed.toBytes())
                            .build());
        } else {
            inventory.reconcile(listed);
            next.setNextPage(startUrl(PULL_REQUESTS)).setNumbers(null);
            counts.release();
            issues.release();
        }
        commit(next, inventory, news, settled, fresh.date());
        return new Step.Advanced();
    }

    private Step readPullRequests(IngestCursor cursor, Answer.Fresh fresh) {
        NumberInventory inventory = ledger.numbers();
        ListPage page = ListPage.read(ledger.snapshots(fresh), fresh, EntityReaders::pullRequest);
        List<Snapshot> news = news(page, pulls.get(), inventory);
        if (fresh.next().isEmpty()) {
            pulls.release();
            return finish(cursor, IngestPhase.TAIL, inventory, news, fresh.date());
        }
        commit(
                IngestCursor.newBuilder(cursor).setNextPage(fresh.next().get()),
                inventory,
                news,
                List.of(),
                fresh.date());
        return new Step.Advanced();
    }

    private List<Snapshot> news(ListPage page, HeldItems held, NumberInventory inventory) {
        List<Snapshot> news = new ArrayList<>();
        for (Snapshot listed : page.snapshots()) {
            Optional<Snapshot> different = held.news(listed);
            if (different.isPresent()) {
                news.add(different.get());
                count(listed, held, inventory);
            }
        }
        return news;
    }

    /** Anything newer appeared while the lists were read, and was not missed. */
    private void count(Snapshot listed, HeldItems held, NumberInventory inventory) {
        if (!listed.updatedAt().isBefore(cycleStart)) {
            return;
        }
        if (held.has(listed.number())) {
            inventory.countSilentEdit();
        } else {
            inventory.countRepair();
        }
    }

    /** The items whose comments were in doubt and no longer are. */
    private List<Long> countComments(JsonNode items, NumberInventory inventory) {
        List<Long> settled = new ArrayList<>();
        for (JsonNode item : items) {
            long number = item.path("number").asLong();
            JsonNode comments = item.path("comments");
            if (!comments.isIntegralNumber()) {
                continue;
            }
            if (comments.asLong() != counts.get().below(number)) {
                inventory.doubtComments(number);
            } else if (inventory.trustComments(number)) {
                settled.add(number);
            }
        }
        return settled;
    }

    private Step finish(
            IngestCursor cursor, IngestPhase phase, NumberInventory inventory, List<Snapshot> news, Instant date) {
        IngestCursor.Builder finished = IngestCursor.newBuilder(cursor)
                .setPhase(phase)
                .setNextPage(null)
                .setSince(Objects.requireNonNullElse(cursor.getWalkStartedAt(), cycleStart))
                .setWalkStartedAt(null)
                .setNumbers(null);
        commit(finished, inventory, news, List.of(), date);
        return new Step.CaughtUp();
    }

    private void commit(
            IngestCursor.Builder cursor,
            NumberInventory inventory,
            List<Snapshot> news,
            List<Long> settled,
            Instant date) {
        ledger.commit(
                IngestStream.RECONCILE, new Findings(news, inventory, Optional.of(cursor), settled, Map.of()), date);
    }

    private String startUrl(String list) {
        return ledger.path() + list + "state=all&sort=created&direction=asc&per_page=" + PageSize.LARGEST;
    }
}
