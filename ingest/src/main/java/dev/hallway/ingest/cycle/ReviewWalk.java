// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.cycle;

import dev.hallway.github.IngestCursor;
import dev.hallway.github.IngestPhase;
import dev.hallway.github.IngestStream;
import dev.hallway.ingest.github.Answer;
import dev.hallway.ingest.github.GitHubClient;
import dev.hallway.ingest.github.PageSize;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the reviews of the pull requests that wait for it; GitHub has no list of all reviews. */
final class ReviewWalk implements Walk {

    private final GitHubClient github;
    private final Ledger ledger;

    ReviewWalk(GitHubClient github, Ledger ledger) {
        this.github = github;
        this.ledger = ledger;
    }

    @Override
    public Step step() throws InterruptedException {
        IngestCursor cursor = ledger.cursor(IngestStream.REVIEWS);
        List<Long> pending = cursor.getPendingPullRequests();
        if (pending.isEmpty()) {
            return new Step.CaughtUp();
        }
        long number = pending.get(0);
        List<Long> rest = List.copyOf(pending.subList(1, pending.size()));
        String url = cursor.getNextPage() == null
                ? ledger.path() + "/pulls/" + number + "/reviews?per_page=" + PageSize.LARGEST
                : cursor.getNextPage();
        Answer answer = github.get(url, Optional.empty());
        IngestCursor.Builder next = IngestCursor.newBuilder(cursor).setPhase(IngestPhase.TAIL);
        if (answer instanceof Answer.Fresh fresh && fresh.json().isArray()) {
            next.setNextPage(fresh.next().orElse(null));
            if (fresh.next().isEmpty()) {
                next.setPendingPullRequests(rest);
            }
            ListPage page = ListPage.read(ledger.repository(), fresh, EntityReaders.reviewOf(number));
            ledger.commit(next, page, page.snapshots(), Set.of(), fresh.date());
            return new Step.Advanced();
        }
        if (answer instanceof Answer.NotFound missing) {
            next.setPendingPullRequests(rest).setNextPage(null);
            ledger.commitGap(next, "reviews of #" + number, "GitHub answered " + missing.status());
            return new Step.Advanced();
        }
        return Answers.withoutPage(answer, url);
    }
}
