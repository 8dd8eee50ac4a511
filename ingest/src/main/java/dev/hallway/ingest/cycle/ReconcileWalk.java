// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.cycle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.github.CommentKind;
import dev.hallway.github.IngestCursor;
import dev.hallway.github.IngestPhase;
import dev.hallway.github.IngestStream;
import dev.hallway.github.KnownNumbers;
import dev.hallway.ingest.github.Answer;
import dev.hallway.ingest.github.GitHubClient;
import dev.hallway.ingest.github.PageSize;
import dev.hallway.ingest.numbers.NumberInventory;
import dev.hallway.ingest.numbers.NumberSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks for all items, one request per hundred: a published one that GitHub no longer lists may be deleted or
 * transferred.
 *
 * <p>A suspicion is no proof: {@link ProbeWalk} requests each such item before anything is published about it. The same
 * goes for comments, which this list counts for each item: {@link CommentWalk} lists them where the topic holds more or
 * fewer. The walk keeps its place, and continues there after a restart.
 */
final class ReconcileWalk implements Walk {

    private final GitHubClient github;
    private final Ledger ledger;
    private final PublishedSnapshots published;
    private final Duration interval;
    private final Instant cycleStart;
    private @Nullable CommentCounts counts;

    ReconcileWalk(
            GitHubClient github, Ledger ledger, PublishedSnapshots published, Duration interval, Instant cycleStart) {
        this.github = github;
        this.ledger = ledger;
        this.published = published;
        this.interval = interval;
        this.cycleStart = cycleStart;
    }

    @Override
    public Step step() throws InterruptedException {
        IngestCursor cursor = ledger.cursor(IngestStream.RECONCILE);
        Instant last = cursor.getSince();
        if (last == null) {
            // The history has just been read.
            return finish(IngestCursor.newBuilder(cursor).setPhase(IngestPhase.HISTORY), ledger.numbers(), List.of());
        }
        if (cursor.getNextPage() == null && cycleStart.isBefore(last.plus(interval))) {
            return new Step.CaughtUp();
        }
        String url = Objects.requireNonNullElseGet(cursor.getNextPage(), this::startUrl);
        Answer answer = github.get(url, Optional.empty());
        if (answer instanceof Answer.Fresh fresh && fresh.json().isArray()) {
            return read(cursor, fresh);
        }
        if (answer instanceof Answer.NotFound) {
            // Without its list of issues a repository cannot be reconciled; the walk of that list has recorded the gap.
            return finish(IngestCursor.newBuilder(cursor), ledger.numbers(), List.of());
        }
        return UnusableAnswers.withoutPage(answer, url);
    }

    private Step read(IngestCursor cursor, Answer.Fresh fresh) {
        NumberSet listed = cursor.getNumbers() == null
                ? NumberSet.empty()
                : NumberSet.of(cursor.getNumbers().getIssues());
        NumberInventory inventory = ledger.numbers();
        for (JsonNode item : fresh.json()) {
            listed.add(item.path("number").asLong());
        }
        List<Long> settled = countComments(fresh.json(), inventory);
        if (fresh.next().isEmpty()) {
            inventory.reconcile(listed);
            return finish(IngestCursor.newBuilder(cursor).setPhase(IngestPhase.TAIL), inventory, settled);
        }
        KnownNumbers met = KnownNumbers.newBuilder().setIssues(listed.toBytes()).build();
        IngestCursor.Builder next = IngestCursor.newBuilder(cursor)
                .setNextPage(fresh.next().get())
                .setWalkStartedAt(Objects.requireNonNullElse(cursor.getWalkStartedAt(), cycleStart))
                .setNumbers(met);
        commit(next, inventory, settled, fresh.date());
        return new Step.Advanced();
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
            if (comments.asLong() != counts().below(number)) {
                inventory.doubtComments(number);
            } else if (inventory.trustComments(number)) {
                settled.add(number);
            }
        }
        return settled;
    }

    private CommentCounts counts() {
        CommentCounts known = counts;
        if (known == null) {
            known = published.commentCounts(ledger.repository(), CommentKind.ISSUE_COMMENT);
            counts = known;
        }
        return known;
    }

    private Step finish(IngestCursor.Builder cursor, NumberInventory inventory, List<Long> settled) {
        cursor.setNextPage(null)
                .setSince(Objects.requireNonNullElse(cursor.getWalkStartedAt(), cycleStart))
                .setWalkStartedAt(null)
                .setNumbers(null);
        commit(cursor, inventory, settled, cycleStart);
        // The cycle keeps its walks until it ends, so memory is released here.
        counts = null;
        return new Step.CaughtUp();
    }

    private void commit(IngestCursor.Builder cursor, NumberInventory inventory, List<Long> settled, Instant date) {
        ledger.commit(
                IngestStream.RECONCILE,
                new Findings(List.of(), inventory, Optional.of(cursor), settled, Map.of()),
                date);
    }

    private String startUrl() {
        return ledger.path() + "/issues?state=all&sort=created&direction=asc&per_page=" + PageSize.LARGEST;
    }
}
