// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.health.FeedbackLatencyWeek;
import dev.hallway.health.FlowWeek;
import dev.hallway.health.ResponsivenessCohort;
import dev.hallway.health.ResponsivenessWeek;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Every figure of one repository and week.
 *
 * <p>A week without a row had nothing to count: its counts are zero if the data reach over it and its history is
 * complete, and unavailable otherwise.
 */
final class WeekFigures {

    private static final String NOBODY = "nobody contributed in the week";

    private static final String NO_MERGE = "no feedback was answered by a merge in the week";

    private final CommunityReader reader;
    private final RepositorySummary summary;
    private final IsoWeek week;
    private final WeekRange only;
    private final Map<Measure, Figure> figures = new EnumMap<>(Measure.class);

    private WeekFigures(CommunityReader reader, RepositorySummary summary, IsoWeek week) {
        this.reader = reader;
        this.summary = summary;
        this.week = week;
        this.only = new WeekRange(week, week);
    }

    static Map<Measure, Figure> of(CommunityReader reader, RepositorySummary summary, IsoWeek week) {
        WeekFigures collected = new WeekFigures(reader, summary, week);
        collected.addLatency();
        collected.addResponsiveness();
        collected.addFlow();
        collected.addDiversity();
        return collected.figures;
    }

    static <T> Optional<T> first(List<T> rows) {
        return rows.stream().findFirst();
    }

    private void addLatency() {
        Optional<FeedbackLatencyWeek> row = first(reader.feedbackLatency(summary.repository(), only));
        figures.put(Measure.FEEDBACK_MERGED, count(row, FeedbackLatencyWeek::getCount));
        figures.put(
                Measure.FEEDBACK_TO_MERGE,
                figure(
                        row,
                        known -> Figure.orUnavailable(known.getP50Seconds(), known.getCount(), NO_MERGE),
                        NO_MERGE));
    }

    private void addResponsiveness() {
        Optional<ResponsivenessWeek> row = first(reader.responsiveness(summary.repository(), only));
        Optional<ResponsivenessCohort> issues = row.map(ResponsivenessWeek::getIssues);
        Optional<ResponsivenessCohort> pullRequests = row.map(ResponsivenessWeek::getPullRequests);
        figures.put(Measure.ISSUE_FIRST_RESPONSE, firstResponse(issues, "issue"));
        figures.put(Measure.PULL_REQUEST_FIRST_RESPONSE, firstResponse(pullRequests, "pull request"));
        figures.put(Measure.ISSUES_UNANSWERED, unanswered(issues));
        figures.put(Measure.PULL_REQUESTS_UNANSWERED, unanswered(pullRequests));
    }

    private void addFlow() {
        Optional<FlowWeek> row = first(reader.flow(summary.repository(), only));
        figures.put(Measure.ISSUES_OPENED, count(row, FlowWeek::getIssuesOpened));
        figures.put(Measure.ISSUES_CLOSED, count(row, FlowWeek::getIssuesClosed));
        figures.put(Measure.PULL_REQUESTS_OPENED, count(row, FlowWeek::getPullRequestsOpened));
        figures.put(Measure.PULL_REQUESTS_MERGED, count(row, FlowWeek::getPullRequestsMerged));
        figures.put(Measure.PULL_REQUESTS_CLOSED_UNMERGED, count(row, FlowWeek::getPullRequestsClosedUnmerged));
        figures.put(Measure.OPEN_ISSUES, level(row, FlowWeek::getOpenIssuesAtEnd));
        figures.put(Measure.OPEN_PULL_REQUESTS, level(row, FlowWeek::getOpenPullRequestsAtEnd));
    }

    private void addDiversity() {
        Optional<ContributorDiversityWeek> row = first(reader.contributorDiversity(summary.repository(), only));
        figures.put(Measure.CONTRIBUTORS, count(row, ContributorDiversityWeek::getContributors));
        figures.put(Measure.COMMUNITY_CONTRIBUTORS, count(row, ContributorDiversityWeek::getCommunityContributors));
        figures.put(Measure.NEWCOMERS, count(row, ContributorDiversityWeek::getNewcomers));
        figures.put(Measure.EFFECTIVE_CONTRIBUTORS, index(row, ContributorDiversityWeek::getEffectiveContributors));
        figures.put(Measure.ABSENCE_FACTOR, index(row, ContributorDiversityWeek::getAbsenceFactor));
        figures.put(Measure.TOP_SHARE, index(row, ContributorDiversityWeek::getTopShare));
    }

    private Figure firstResponse(Optional<ResponsivenessCohort> cohort, String kind) {
        String noneOpened = "no " + kind + " was opened by a person in the week";
        return figure(
                cohort,
                known -> Figure.orUnavailable(
                        known.getP50Seconds(),
                        known.getAnswered(),
                        known.getOpened() == 0
                                ? noneOpened
                                : "none of the " + known.getOpened() + " opened has a response yet"),
                noneOpened);
    }

    private Figure unanswered(Optional<ResponsivenessCohort> cohort) {
        return cohort.map(known -> Figure.of((double) known.getUnanswered(), known.getOpened()))
                .orElseGet(() -> missingCount(0));
    }

    private Figure index(
            Optional<ContributorDiversityWeek> row, Function<ContributorDiversityWeek, ? extends Number> value) {
        return figure(row, known -> Figure.orUnavailable(value.apply(known), known.getContributions(), NOBODY), NOBODY);
    }

    private <T> Figure count(Optional<T> row, ToLongFunction<T> value) {
        return row.map(known -> Figure.of((double) value.applyAsLong(known))).orElseGet(() -> missingCount(0));
    }

    /** A level stays what it was when the last event passed; before the first event nothing was open. */
    private Figure level(Optional<FlowWeek> row, ToLongFunction<FlowWeek> value) {
        IsoWeek last = summary.lastWeek();
        if (row.isEmpty() && last != null && last.compareTo(week) < 0) {
            return first(reader.flow(summary.repository(), new WeekRange(last, last)))
                    .map(known -> missingCount(value.applyAsLong(known)))
                    .orElseGet(() -> missingCount(0));
        }
        return count(row, value);
    }

    private <T> Figure figure(Optional<T> row, Function<T, Figure> known, String nothingToCount) {
        return row.map(known)
                .orElseGet(() -> new Figure.Unavailable(whyUnknown().orElse(nothingToCount)));
    }

    private Figure missingCount(long known) {
        return whyUnknown().<Figure>map(Figure.Unavailable::new).orElseGet(() -> Figure.of((double) known));
    }

    private Optional<String> whyUnknown() {
        if (summary.syncedAt() == null || !summary.syncedAt().isAfter(week.start())) {
            return Optional.of("the data do not reach into the week");
        }
        IsoWeek first = summary.firstWeek();
        boolean mayBeMissing = first == null || week.compareTo(first) < 0;
        return mayBeMissing && !summary.historyComplete()
                ? Optional.of("the history is not complete")
                : Optional.empty();
    }
}
