// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.portfolio;

import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.health.FeedbackLatencyWeek;
import dev.hallway.health.FlowWeek;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Figures of the last weeks, the oldest first: each list has an entry a week, null where the data do not reach.
 *
 * @param weeks the weeks
 * @param contributors people who contributed
 * @param opened issues and pull requests that were opened
 * @param merged pull requests that were merged
 * @param newcomers people whose first contribution lies in the week
 * @param feedbackToMergeP50Seconds median of the feedback that was answered by a merge; null also where there was none
 */
public record WeeklyTrends(
        List<String> weeks,
        List<@Nullable Long> contributors,
        List<@Nullable Long> opened,
        List<@Nullable Long> merged,
        List<@Nullable Long> newcomers,
        List<@Nullable Long> feedbackToMergeP50Seconds) {

    /** So many weeks. */
    public static final int WEEKS = 26;

    /** Copies the lists. */
    public WeeklyTrends {
        weeks = List.copyOf(weeks);
        contributors = copy(contributors);
        opened = copy(opened);
        merged = copy(merged);
        newcomers = copy(newcomers);
        feedbackToMergeP50Seconds = copy(feedbackToMergeP50Seconds);
    }

    static WeeklyTrends read(CommunityReader reader, String repository, Reach reach, IsoWeek last) {
        WeekRange range = WeekRange.trailing(last, WEEKS);
        Map<String, ContributorDiversityWeek> diversity =
                byWeek(reader.contributorDiversity(repository, range), ContributorDiversityWeek::getWeek);
        Map<String, FlowWeek> flow = byWeek(reader.flow(repository, range), FlowWeek::getWeek);
        Map<String, FeedbackLatencyWeek> latency =
                byWeek(reader.feedbackLatency(repository, range), FeedbackLatencyWeek::getWeek);
        List<String> weeks = new ArrayList<>();
        List<@Nullable Long> contributors = new ArrayList<>();
        List<@Nullable Long> opened = new ArrayList<>();
        List<@Nullable Long> merged = new ArrayList<>();
        List<@Nullable Long> newcomers = new ArrayList<>();
        List<@Nullable Long> feedback = new ArrayList<>();
        for (IsoWeek week = range.first(); range.contains(week); week = week.next()) {
            String name = week.toString();
            Long otherwise = reach.contains(week) ? 0L : null;
            weeks.add(name);
            contributors.add(value(diversity.get(name), ContributorDiversityWeek::getContributors, otherwise));
            newcomers.add(value(diversity.get(name), ContributorDiversityWeek::getNewcomers, otherwise));
            opened.add(value(flow.get(name), row -> row.getIssuesOpened() + row.getPullRequestsOpened(), otherwise));
            merged.add(value(flow.get(name), FlowWeek::getPullRequestsMerged, otherwise));
            feedback.add(value(latency.get(name), FeedbackLatencyWeek::getP50Seconds, null));
        }
        return new WeeklyTrends(weeks, contributors, opened, merged, newcomers, feedback);
    }

    private static <R> Map<String, R> byWeek(List<R> rows, Function<R, String> week) {
        Map<String, R> byWeek = new HashMap<>();
        rows.forEach(row -> byWeek.put(week.apply(row), row));
        return byWeek;
    }

    private static <R> @Nullable Long value(
            @Nullable R row, Function<R, @Nullable Long> figure, @Nullable Long otherwise) {
        return row == null ? otherwise : figure.apply(row);
    }

    private static List<@Nullable Long> copy(List<@Nullable Long> figures) {
        return Collections.unmodifiableList(new ArrayList<>(figures));
    }
}
