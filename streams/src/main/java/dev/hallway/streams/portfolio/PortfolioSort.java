// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.portfolio;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** By what a portfolio is sorted. */
public enum PortfolioSort {
    NAME,
    CONTRIBUTORS,
    NEWCOMERS,
    /** Issues and pull requests that wait for a first reply. */
    WAITING,
    /** Feedback-to-merge latency. */
    FEEDBACK,
    /** Time to the first response, of issues or of pull requests: the longer one. */
    RESPONSE,
    /** Open issues and pull requests. */
    OPEN,
    /** When everything GitHub showed was in. */
    SYNCED;

    private static final Comparator<PortfolioRow> BY_NAME =
            Comparator.comparing(row -> row.repository().toLowerCase(Locale.ROOT));

    /** What has no figure comes last either way; what has the same one is sorted by name. */
    Comparator<PortfolioRow> comparator(boolean ascending) {
        if (this == NAME) {
            return ascending ? BY_NAME : BY_NAME.reversed();
        }
        Comparator<Long> order = ascending ? Comparator.naturalOrder() : Comparator.reverseOrder();
        return Comparator.<PortfolioRow, @Nullable Long>comparing(this::figure, Comparator.nullsLast(order))
                .thenComparing(BY_NAME);
    }

    private @Nullable Long figure(PortfolioRow row) {
        return switch (this) {
            case NAME -> null;
            case CONTRIBUTORS -> row.contributors();
            case NEWCOMERS -> row.newcomers();
            case WAITING -> sum(row.issues().waiting(), row.pullRequests().waiting());
            case FEEDBACK -> row.feedbackToMergeMedianSeconds();
            case RESPONSE ->
                longer(
                        row.issues().firstResponseMedianSeconds(),
                        row.pullRequests().firstResponseMedianSeconds());
            case OPEN -> sum(row.issues().open(), row.pullRequests().open());
            case SYNCED -> millis(row.syncedAt());
        };
    }

    private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
        return one == null || other == null ? null : Long.valueOf(one + other);
    }

    private static @Nullable Long longer(@Nullable Long one, @Nullable Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.max(one, other);
    }

    private static @Nullable Long millis(@Nullable String time) {
        return time == null ? null : Long.valueOf(Instant.parse(time).toEpochMilli());
    }
}
