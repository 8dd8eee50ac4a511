// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.figure;

import dev.hallway.health.FlowWeek;
import dev.hallway.streams.read.Definitions;
import dev.hallway.streams.store.FlowCounts;
import dev.hallway.streams.store.FlowRow;
import dev.hallway.streams.week.IsoWeek;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Derives the flow of a repository: a row for each week from the first to the last event, quiet weeks included; what is
 * open at the end of a week is the balance of all weeks up to it. Pure.
 */
public final class FlowDerivation {

    private FlowDerivation() {}

    /** All weeks that have or had a row, as they are to be published. */
    public static NavigableMap<IsoWeek, FlowRow> rows(NavigableMap<IsoWeek, FlowRow> weeks) {
        NavigableMap<IsoWeek, FlowRow> rows = new TreeMap<>();
        weeks.forEach((week, row) -> rows.put(week, row.withdrawn()));
        IsoWeek first = firstEventful(weeks);
        IsoWeek last = firstEventful(weeks.descendingMap());
        if (first == null || last == null) {
            return rows;
        }
        long openIssues = 0;
        long openPullRequests = 0;
        for (IsoWeek week = first; week.compareTo(last) <= 0; week = week.next()) {
            FlowRow row = weeks.getOrDefault(week, FlowRow.EMPTY);
            openIssues += row.counts().openIssues();
            openPullRequests += row.counts().openPullRequests();
            rows.put(week, row.publishedWith(openIssues, openPullRequests));
        }
        return rows;
    }

    /**
     * The row of a week as it was published; null if it has none.
     *
     * @param repository {@code owner/repo} as GitHub writes it
     */
    public static @Nullable FlowWeek week(String repository, IsoWeek week, FlowRow row) {
        if (!row.isPublished()) {
            return null;
        }
        FlowCounts counts = row.published();
        return FlowWeek.newBuilder()
                .setRepository(repository)
                .setWeek(week.toString())
                .setDefinitionVersion(Definitions.VERSION)
                .setIssuesOpened(counts.issuesOpened())
                .setIssuesClosed(counts.issuesClosed())
                .setIssuesClosedLinked(counts.issuesClosedLinked())
                .setPullRequestsOpened(counts.pullRequestsOpened())
                .setPullRequestsMerged(counts.pullRequestsMerged())
                .setPullRequestsClosedUnmerged(counts.pullRequestsClosedUnmerged())
                .setOpenIssuesAtEnd(row.openIssues())
                .setOpenPullRequestsAtEnd(row.openPullRequests())
                .build();
    }

    private static @Nullable IsoWeek firstEventful(NavigableMap<IsoWeek, FlowRow> weeks) {
        return weeks.entrySet().stream()
                .filter(week -> week.getValue().eventful())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
