// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.lists;

import dev.hallway.github.IngestCursor;
import dev.hallway.github.IngestPhase;
import dev.hallway.github.IngestStream;
import dev.hallway.ingest.github.Answer;
import dev.hallway.ingest.github.GitHubClient;
import dev.hallway.ingest.github.PageSize;
import dev.hallway.ingest.ledger.Ledger;
import dev.hallway.ingest.page.EntityReaders;
import dev.hallway.ingest.page.ListPage;
import dev.hallway.ingest.page.Snapshot;
import dev.hallway.ingest.walk.Step;
import dev.hallway.ingest.walk.UnusableAnswers;
import dev.hallway.ingest.walk.Walk;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads pull requests, whose list cannot be requested from a moment on.
 *
 * <p>History is read in the order of creation, in which nothing moves. After that the list is read from the latest
 * change back to where the previous walk began: an entity that moves meanwhile goes to the front, where the next walk
 * finds it. History that is wanted only from a moment on is read that way, too.
 */
public final class PullRequestWalk implements Walk {

    // GitHub's servers may disagree by seconds about the time and about the list.
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private final GitHubClient github;
    private final Ledger ledger;

    /** A walk of one cycle. */
    public PullRequestWalk(GitHubClient github, Ledger ledger) {
        this.github = github;
        this.ledger = ledger;
    }

    @Override
    public Step step() throws InterruptedException {
        IngestCursor cursor = ledger.cursor(IngestStream.PULL_REQUESTS);
        boolean backwards = cursor.getPhase() == IngestPhase.TAIL || cursor.getHistoryStartsAt() != null;
        String start = startUrl(backwards);
        String url = cursor.getNextPage() == null ? start : cursor.getNextPage();
        Optional<String> etag =
                url.equals(cursor.getEtagUrl()) ? Optional.ofNullable(cursor.getEtag()) : Optional.empty();
        Answer answer = github.get(url, etag);
        if (answer instanceof Answer.Fresh fresh && fresh.json().isArray()) {
            return backwards ? readBackwards(cursor, url, fresh) : readHistory(cursor, fresh);
        }
        return UnusableAnswers.withoutPage(answer, url);
    }

    private Step readHistory(IngestCursor cursor, Answer.Fresh fresh) {
        ListPage page = ListPage.read(ledger.snapshots(fresh), fresh, EntityReaders::pullRequest);
        Instant began = Objects.requireNonNullElse(cursor.getWalkStartedAt(), fresh.date());
        IngestCursor.Builder next = IngestCursor.newBuilder(cursor);
        if (fresh.next().isPresent()) {
            next.setNextPage(fresh.next().get()).setWalkStartedAt(began);
        } else {
            next.setNextPage(null).setWalkStartedAt(null).setSince(began).setPhase(IngestPhase.TAIL);
        }
        ledger.commit(next, page, page.snapshots(), numbers(page.snapshots()), fresh.date());
        if (fresh.next().isEmpty()) {
            skipIssuesBefore(page, fresh.date());
        }
        return new Step.Advanced();
    }

    /**
     * Numbers run over issues and pull requests in the order in which they are opened: where all of them are pull
     * requests, an issue can only be newer than the last of these.
     */
    private void skipIssuesBefore(ListPage last, Instant date) {
        IngestCursor issues = ledger.cursor(IngestStream.ISSUES);
        boolean untouched = issues.getSince() == null && issues.getNextPage() == null;
        if (untouched && ledger.numbers().holdsOnlyPullRequests()) {
            last.newestPullRequest()
                    .ifPresent(opened -> ledger.commit(
                            IngestCursor.newBuilder(issues).setSince(opened),
                            ListPage.EMPTY,
                            List.of(),
                            Set.of(),
                            date));
        }
    }

    private Step readBackwards(IngestCursor cursor, String url, Answer.Fresh fresh) {
        ListPage page = ListPage.read(ledger.snapshots(fresh), fresh, EntityReaders::pullRequest);
        Instant wanted = Objects.requireNonNullElse(cursor.getHistoryStartsAt(), Instant.EPOCH);
        Instant known = Objects.requireNonNullElse(cursor.getSince(), wanted).minus(MARGIN);
        Instant began = Objects.requireNonNullElse(cursor.getWalkStartedAt(), fresh.date());
        List<Snapshot> changed = page.snapshots().stream()
                .filter(pull -> !pull.updatedAt().isBefore(known))
                .toList();
        boolean reachedKnown = changed.size() < page.snapshots().size();
        IngestCursor.Builder next = IngestCursor.newBuilder(cursor);
        if (cursor.getNextPage() == null) {
            // The first page changes with anything that happens; its ETag is valid once the walk is done.
            next.setEtagUrl(url).setEtag(fresh.etag().orElse(null));
        }
        boolean more = !reachedKnown && fresh.next().isPresent();
        if (more) {
            next.setNextPage(fresh.next().get()).setWalkStartedAt(began);
        } else {
            next.setNextPage(null).setWalkStartedAt(null).setSince(began).setPhase(IngestPhase.TAIL);
        }
        ledger.commit(next, page, changed, numbers(changed), fresh.date());
        return more ? new Step.Advanced() : new Step.CaughtUp();
    }

    private static Set<Long> numbers(List<Snapshot> pulls) {
        return pulls.stream()
                .flatMap(pull -> pull.pullRequest().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String startUrl(boolean backwards) {
        String order = backwards ? "sort=updated&direction=desc" : "sort=created&direction=asc";
        return ledger.path() + "/pulls?state=all&" + order + "&per_page=" + PageSize.LARGEST;
    }
}
