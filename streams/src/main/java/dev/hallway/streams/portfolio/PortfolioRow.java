// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.portfolio;

import dev.hallway.streams.portfolio.RepositoryFigures.Items;
import dev.hallway.streams.read.CompletenessNote;
import dev.hallway.streams.read.ItemView.Kind;
import dev.hallway.streams.read.RepositorySummary;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A repository of a portfolio; figures are those of the last {@value RepositoryFigures#WEEKS} weeks. What is not read
 * yet, or cannot be known, is null.
 *
 * @param repository {@code owner/repo} as GitHub writes it
 * @param htmlUrl its web page
 * @param syncedAt everything GitHub showed until then is in, UTC; null before the first complete cycle
 * @param completeness whether anything is missing, and the same in words
 * @param readAt when the figures were read, UTC; null if they are not read yet
 * @param lastWeek week of the last event; null if there is none
 * @param contributors people who contributed
 * @param newcomers those of them who contributed for the first time
 * @param absenceFactor the fewest people who made half of the contributions; null also if there were none
 * @param feedbackToMergeMedianSeconds of the feedback that was answered by a merge; null also if there was none
 * @param feedbackToMergeCount how much feedback that was
 * @param issues how the issues stand
 * @param pullRequests how the pull requests stand
 * @param trends week by week
 */
public record PortfolioRow(
        String repository,
        String htmlUrl,
        @Nullable String syncedAt,
        CompletenessNote completeness,
        @Nullable String readAt,
        @Nullable String lastWeek,
        @Nullable Long contributors,
        @Nullable Long newcomers,
        @Nullable Long absenceFactor,
        @Nullable Long feedbackToMergeMedianSeconds,
        @Nullable Long feedbackToMergeCount,
        Items issues,
        Items pullRequests,
        @Nullable WeeklyTrends trends) {

    static PortfolioRow of(RepositorySummary summary, Optional<RepositoryFigures> figures) {
        return figures.map(read -> of(summary, read)).orElseGet(() -> unread(summary));
    }

    private static PortfolioRow of(RepositorySummary summary, RepositoryFigures figures) {
        return new PortfolioRow(
                summary.repository(),
                summary.htmlUrl(),
                text(summary.syncedAt()),
                CompletenessNote.of(summary),
                text(figures.readAt()),
                text(summary.lastWeek()),
                figures.contributors(),
                figures.newcomers(),
                figures.absenceFactor(),
                figures.feedbackToMergeMedian(),
                figures.feedbackToMergeCount(),
                figures.items(Kind.ISSUE),
                figures.items(Kind.PULL_REQUEST),
                figures.trends());
    }

    private static PortfolioRow unread(RepositorySummary summary) {
        return new PortfolioRow(
                summary.repository(),
                summary.htmlUrl(),
                text(summary.syncedAt()),
                CompletenessNote.of(summary),
                null,
                text(summary.lastWeek()),
                null,
                null,
                null,
                null,
                null,
                Items.UNKNOWN,
                Items.UNKNOWN,
                null);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
