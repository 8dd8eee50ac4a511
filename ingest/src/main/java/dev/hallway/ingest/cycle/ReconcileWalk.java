// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.cycle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.github.IngestCursor;
import dev.hallway.github.IngestPhase;
import dev.hallway.github.IngestStream;
import dev.hallway.github.KnownNumbers;
import dev.hallway.ingest.github.Answer;
import dev.hallway.ingest.github.GitHubClient;
import dev.hallway.ingest.github.PageSize;
import dev.hallway.ingest.numbers.NumberBook;
import dev.hallway.ingest.numbers.NumberSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Looks for all items, a request for a hundred: a published one that GitHub no longer lists may be deleted or transferred.
 *
 * <p>A suspicion is no proof: {@link ProbeWalk} asks for each such item before anything is published of it. The walk keeps
 * its place, and goes on there after a restart.
 */
final class ReconcileWalk implements Walk {

    private final GitHubClient github;
    private final Ledger ledger;
    private final Duration interval;
    private final Instant cycleStart;

    ReconcileWalk(GitHubClient github, Ledger ledger, Duration interval, Instant cycleStart) {
        this.github = github;
        this.ledger = ledger;
        this.interval = interval;
        this.cycleStart = cycleStart;
    }

    @Override
    public Step step() throws InterruptedException {
        IngestCursor cursor = ledger.cursor(IngestStream.RECONCILE);
        Instant last = cursor.getSince();
        if (last == null) {
            // The history has just been read.
            return finish(IngestCursor.newBuilder(cursor).setPhase(IngestPhase.HISTORY), ledger.numbers());
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
            // Without its list of issues a repository cannot be reconciled; the walk of that list has named the gap.
            return finish(IngestCursor.newBuilder(cursor), ledger.numbers());
        }
        return Answers.withoutPage(answer, url);
    }

    private Step read(IngestCursor cursor, Answer.Fresh fresh) {
        NumberSet listed = cursor.getNumbers() == null
                ? NumberSet.empty()
                : NumberSet.of(cursor.getNumbers().getIssues());
        for (JsonNode item : fresh.json()) {
            listed.add(item.path("number").asLong());
        }
        if (fresh.next().isEmpty()) {
            NumberBook book = ledger.numbers();
            book.reconcile(listed);
            return finish(IngestCursor.newBuilder(cursor).setPhase(IngestPhase.TAIL), book);
        }
        KnownNumbers met = KnownNumbers.newBuilder().setIssues(listed.toBytes()).build();
        IngestCursor.Builder next = IngestCursor.newBuilder(cursor)
                .setNextPage(fresh.next().get())
                .setWalkStartedAt(Objects.requireNonNullElse(cursor.getWalkStartedAt(), cycleStart))
                .setNumbers(met);
        ledger.commit(IngestStream.RECONCILE, Findings.of(ledger.numbers(), next), fresh.date());
        return new Step.Advanced();
    }

    private Step finish(IngestCursor.Builder cursor, NumberBook book) {
        cursor.setNextPage(null)
                .setSince(Objects.requireNonNullElse(cursor.getWalkStartedAt(), cycleStart))
                .setWalkStartedAt(null)
                .setNumbers(null);
        ledger.commit(IngestStream.RECONCILE, Findings.of(book, cursor), cycleStart);
        return new Step.CaughtUp();
    }

    private String startUrl() {
        return ledger.path() + "/issues?state=all&sort=created&direction=asc&per_page=" + PageSize.LARGEST;
    }
}
