// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.health.FeedbackLatencyWeek;
import dev.hallway.health.FlowWeek;
import dev.hallway.health.ResponsivenessCohort;
import dev.hallway.health.ResponsivenessWeek;
import dev.hallway.streams.digest.DigestModel.FirstResponses;
import dev.hallway.streams.digest.DigestModel.OpenItems;
import dev.hallway.streams.digest.DigestModel.Ratio;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.ItemView.Kind;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * What a digest shows of one repository and week without comparing it.
 *
 * <p>A week without a row had nothing to count: its counts are zero if the data reach over it and its history is
 * complete, and unavailable otherwise.
 */
final class WeekFigures {

    private final CommunityReader reader;
    private final RepositorySummary summary;
    private final IsoWeek week;
    private final Optional<FlowWeek> flow;
    private final Optional<ContributorDiversityWeek> diversity;
    private final Optional<ResponsivenessWeek> responsiveness;
    private final Optional<FeedbackLatencyWeek> latency;

    WeekFigures(CommunityReader reader, RepositorySummary summary, IsoWeek week) {
        this.reader = reader;
        this.summary = summary;
        this.week = week;
        WeekRange only = new WeekRange(week, week);
        flow = first(reader.flow(summary.repository(), only));
        diversity = first(reader.contributorDiversity(summary.repository(), only));
        latency = first(reader.feedbackLatency(summary.repository(), only));
        responsiveness = first(reader.responsiveness(summary.repository(), only));
    }

    List<FirstResponses> firstResponses() {
        return List.of(
                firstResponses(Kind.ISSUE, "issue", responsiveness.map(ResponsivenessWeek::getIssues)),
                firstResponses(
                        Kind.PULL_REQUEST, "pull request", responsiveness.map(ResponsivenessWeek::getPullRequests)));
    }

    OpenItems openItems() {
        return new OpenItems(level(FlowWeek::getOpenIssuesAtEnd), level(FlowWeek::getOpenPullRequestsAtEnd));
    }

    List<Ratio> ratios() {
        Figure issuesClosed = count(flow, FlowWeek::getIssuesClosed);
        return List.of(
                ratio(
                        "Issues closed in the week / issues opened in the week",
                        issuesClosed,
                        count(flow, FlowWeek::getIssuesOpened)),
                ratio(
                        "Change Request Acceptance Ratio (CHAOSS): pull requests merged / (merged + closed unmerged)",
                        count(flow, FlowWeek::getPullRequestsMerged),
                        count(flow, row -> row.getPullRequestsMerged() + row.getPullRequestsClosedUnmerged())),
                ratio(
                        "Coverage: issues closed in the week with a linked merge / issues closed",
                        count(flow, FlowWeek::getIssuesClosedLinked),
                        issuesClosed));
    }

    Activity activity() {
        return new Activity(
                count(diversity, ContributorDiversityWeek::getContributions),
                count(diversity, ContributorDiversityWeek::getContributors),
                count(diversity, ContributorDiversityWeek::getNewcomers),
                count(flow, FlowWeek::getIssuesOpened),
                count(flow, FlowWeek::getIssuesClosed),
                count(flow, FlowWeek::getPullRequestsOpened),
                count(flow, FlowWeek::getPullRequestsMerged),
                count(latency, FeedbackLatencyWeek::getCount));
    }

    Figure botContributions() {
        return count(diversity, ContributorDiversityWeek::getBotContributions);
    }

    private FirstResponses firstResponses(Kind kind, String name, Optional<ResponsivenessCohort> cohort) {
        String noneOpened = "no " + name + " was opened by a person in the week";
        return new FirstResponses(
                kind,
                figure(
                        cohort,
                        known -> Figure.orUnavailable(
                                known.getP50Seconds(),
                                known.getAnswered(),
                                known.getOpened() == 0
                                        ? noneOpened
                                        : "none of the " + known.getOpened() + " opened has a response yet"),
                        noneOpened),
                cohort.map(known -> Figure.of((double) known.getUnanswered(), known.getOpened()))
                        .orElseGet(() -> missingCount(0)));
    }

    private static Ratio ratio(String name, Figure part, Figure whole) {
        Figure value = part instanceof Figure.Known known && whole instanceof Figure.Known all
                ? Figure.share(Math.round(known.value()), Math.round(all.value()), "there were none to divide by")
                : whole;
        return new Ratio(name, part, whole, value);
    }

    private <T> Figure count(Optional<T> row, ToLongFunction<T> value) {
        return row.map(known -> Figure.of((double) value.applyAsLong(known))).orElseGet(() -> missingCount(0));
    }

    /** A level stays what it was when the last event passed; before the first event nothing was open. */
    private Figure level(ToLongFunction<FlowWeek> value) {
        IsoWeek last = summary.lastWeek();
        if (flow.isEmpty() && last != null && last.compareTo(week) < 0) {
            return first(reader.flow(summary.repository(), new WeekRange(last, last)))
                    .map(known -> missingCount(value.applyAsLong(known)))
                    .orElseGet(() -> missingCount(0));
        }
        return count(flow, value);
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

    private static <T> Optional<T> first(List<T> rows) {
        return rows.stream().findFirst();
    }
}
