// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.portfolio;

import dev.hallway.streams.portfolio.RepositoryFigures.Items;
import dev.hallway.streams.read.CompletenessNote;
import dev.hallway.streams.read.ItemView.Kind;
import dev.hallway.streams.read.RepositorySummary;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All repositories of an owner together. Figures are sums over those of its repositories of which they are known, and
 * null if they are of none; somebody who is new in two repositories counts in both.
 *
 * @param owner as GitHub writes it
 * @param repositories how many it has
 * @param unread how many of them have no figures yet
 * @param waiting issues and pull requests of people that wait for a first reply, except drafts
 * @param openIssues open issues
 * @param openPullRequests open pull requests
 * @param newcomers people who contributed for the first time in the last {@value RepositoryFigures#WEEKS} weeks
 * @param issuesOpened issues that were opened in the weeks
 * @param pullRequestsMerged pull requests that were merged in the weeks
 * @param incomplete of how many repositories something is known to be missing, or nothing is known yet
 * @param gaps named gaps of all of them
 */
public record OwnerGroup(
        String owner,
        long repositories,
        long unread,
        @Nullable Long waiting,
        @Nullable Long openIssues,
        @Nullable Long openPullRequests,
        @Nullable Long newcomers,
        @Nullable Long issuesOpened,
        @Nullable Long pullRequestsMerged,
        long incomplete,
        long gaps) {

    static OwnerGroup of(RepositorySummary summary, Optional<RepositoryFigures> figures) {
        Items issues = items(figures, Kind.ISSUE);
        Items pullRequests = items(figures, Kind.PULL_REQUEST);
        String repository = summary.repository();
        return new OwnerGroup(
                repository.substring(0, Math.max(0, repository.indexOf('/'))),
                1,
                figures.isPresent() ? 0 : 1,
                plus(issues.waiting(), pullRequests.waiting()),
                issues.open(),
                pullRequests.open(),
                figure(figures, RepositoryFigures::newcomers),
                figure(figures, RepositoryFigures::issuesOpened),
                figure(figures, RepositoryFigures::pullRequestsMerged),
                CompletenessNote.of(summary).complete() ? 0 : 1,
                summary.gaps().size());
    }

    /** The same owner, whatever the case. */
    String key() {
        return owner.toLowerCase(Locale.ROOT);
    }

    OwnerGroup plus(OwnerGroup other) {
        return new OwnerGroup(
                owner,
                repositories + other.repositories,
                unread + other.unread,
                plus(waiting, other.waiting),
                plus(openIssues, other.openIssues),
                plus(openPullRequests, other.openPullRequests),
                plus(newcomers, other.newcomers),
                plus(issuesOpened, other.issuesOpened),
                plus(pullRequestsMerged, other.pullRequestsMerged),
                incomplete + other.incomplete,
                gaps + other.gaps);
    }

    private static Items items(Optional<RepositoryFigures> figures, Kind kind) {
        return figures.map(read -> read.items(kind)).orElse(Items.UNKNOWN);
    }

    private static @Nullable Long figure(
            Optional<RepositoryFigures> figures, Function<RepositoryFigures, @Nullable Long> figure) {
        return figures.isPresent() ? figure.apply(figures.get()) : null;
    }

    private static @Nullable Long plus(@Nullable Long one, @Nullable Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one + other;
    }
}
