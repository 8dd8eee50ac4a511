// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.figure;

import dev.hallway.health.FlowWeek;
import dev.hallway.streams.read.Definitions;
import dev.hallway.streams.store.FlowCounts;
import dev.hallway.streams.store.WeekRow;
import dev.hallway.streams.week.IsoWeek;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Derives the rows of flow of a repository: one for each week from the first to the last event, quiet weeks included; what
 * is open at the end of a week is the balance of all weeks up to it. Pure.
 */
public final class FlowDerivation {

    private FlowDerivation() {}

    /**
     * All rows, by week.
     *
     * @param repository {@code owner/repo} as GitHub writes it
     * @param weeks the weeks that are known of the repository
     */
    public static NavigableMap<IsoWeek, FlowWeek> rows(String repository, NavigableMap<IsoWeek, WeekRow> weeks) {
        NavigableMap<IsoWeek, FlowWeek> rows = new TreeMap<>();
        IsoWeek first = firstEventful(weeks);
        IsoWeek last = firstEventful(weeks.descendingMap());
        if (first == null || last == null) {
            return rows;
        }
        long openIssues = 0;
        long openPullRequests = 0;
        for (IsoWeek week = first; week.compareTo(last) <= 0; week = week.next()) {
            FlowCounts counts = weeks.getOrDefault(week, WeekRow.EMPTY).counts();
            openIssues += counts.openIssues();
            openPullRequests += counts.openPullRequests();
            rows.put(week, row(repository, week, counts, openIssues, openPullRequests));
        }
        return rows;
    }

    private static FlowWeek row(
            String repository, IsoWeek week, FlowCounts counts, long openIssues, long openPullRequests) {
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
                .setOpenIssuesAtEnd(openIssues)
                .setOpenPullRequestsAtEnd(openPullRequests)
                .build();
    }

    private static @Nullable IsoWeek firstEventful(NavigableMap<IsoWeek, WeekRow> weeks) {
        return weeks.entrySet().stream()
                .filter(week -> week.getValue().eventful())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
