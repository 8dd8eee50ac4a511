// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.reviews;

import dev.hallway.ingest.github.Answer;
import dev.hallway.ingest.github.GitHubClient;
import dev.hallway.ingest.held.PublishedSnapshots;
import dev.hallway.ingest.ledger.Ledger;
import dev.hallway.ingest.page.Snapshot;
import dev.hallway.ingest.walk.Step;
import dev.hallway.ingest.walk.UnusableAnswers;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds reviews that the topic holds and that GitHub no longer has, such as those of an account that it bans.
 *
 * <p>A pull request whose reviews have all been read shows which are missing. Each of those is requested individually,
 * so that an incomplete list deletes nothing.
 */
public final class ReviewRetraction {

    // More of one pull request that exist all the same: its list is unreliable.
    private static final int MOST_NOT_GONE = 5;

    // If this many requests in a row get no answer, no single review is the reason: no more are sent in this cycle.
    private static final int MOST_FAILURES_IN_A_ROW = 3;

    /** The result of looking for missing reviews. */
    public sealed interface Result {}

    /** GitHub has told of all of them. */
    record Told() implements Result {}

    /** It cannot continue now. */
    public record Stopped(Step.Stopped step) implements Result {}

    private final GitHubClient github;
    private final Ledger ledger;
    private final PublishedSnapshots published;
    private final Map<Long, Set<Long>> goneByPullRequest = new LinkedHashMap<>();
    private int failuresInARow;
    private Optional<Stopped> givenUp = Optional.empty();

    /** Nothing is known to be gone yet. */
    public ReviewRetraction(GitHubClient github, Ledger ledger, PublishedSnapshots published) {
        this.github = github;
        this.ledger = ledger;
        this.published = published;
    }

    /**
     * Remembers which reviews of a pull request are gone.
     *
     * @param listed the ids of all reviews that GitHub lists
     */
    public Result compare(long pullRequest, Collection<Long> listed) throws InterruptedException {
        Set<Long> missing = ledger.reviews().of(pullRequest);
        missing.removeAll(listed);
        int notGone = 0;
        for (long id : missing) {
            if (givenUp.isPresent()) {
                return givenUp.get();
            }
            String url = ledger.path() + "/pulls/" + pullRequest + "/reviews/" + id;
            Answer answer = github.get(url, Optional.empty());
            boolean gone = answer instanceof Answer.NotFound missed && !missed.switchedOff();
            if (!gone && !(answer instanceof Answer.Fresh)) {
                return unanswered(new Stopped(UnusableAnswers.stopped(answer, url)));
            }
            failuresInARow = 0;
            if (gone) {
                goneByPullRequest
                        .computeIfAbsent(pullRequest, first -> new LinkedHashSet<>())
                        .add(id);
            } else if (++notGone >= MOST_NOT_GONE) {
                break;
            }
        }
        return new Told();
    }

    private Stopped unanswered(Stopped stopped) {
        if (++failuresInARow >= MOST_FAILURES_IN_A_ROW) {
            givenUp = Optional.of(stopped);
        }
        return stopped;
    }

    /**
     * The deletions of the reviews that were remembered, which are forgotten here.
     *
     * @param observedAt when GitHub no longer had them, by its own clock
     */
    public List<Snapshot> deletions(Instant observedAt) {
        if (goneByPullRequest.isEmpty()) {
            return List.of();
        }
        List<Snapshot> deleted = published.deletedReviews(ledger.repository(), goneByPullRequest, observedAt);
        goneByPullRequest.clear();
        return deleted;
    }
}
