// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.comparison;

import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.health.FlowWeek;
import dev.hallway.health.OrganisationsWeek;
import dev.hallway.streams.comparison.Observation.Count;
import dev.hallway.streams.comparison.Observation.Durations;
import dev.hallway.streams.comparison.Observation.Index;
import dev.hallway.streams.comparison.Observation.Share;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What one week shows of all figures; a week without rows shows zeros, and no indices. */
final class WeekObservations {

    private final List<Long> latencies = new ArrayList<>();
    private final Answered issues = new Answered();
    private final Answered pullRequests = new Answered();
    private @Nullable ContributorDiversityWeek diversity;
    private @Nullable OrganisationsWeek organisations;
    private @Nullable FlowWeek flow;
    private long feedbackAnswered;

    void set(ContributorDiversityWeek row) {
        diversity = row;
    }

    void set(OrganisationsWeek row) {
        organisations = row;
    }

    void set(FlowWeek row) {
        flow = row;
    }

    void setFeedbackAnswered(long count) {
        feedbackAnswered = count;
    }

    void addLatency(long seconds) {
        latencies.add(seconds);
    }

    /** Counts an item that was opened in the week long enough ago. */
    void addOpened(boolean issue, boolean answeredInTime) {
        (issue ? issues : pullRequests).add(answeredInTime);
    }

    /** All figures, in their order. */
    Map<ComparedFigure, Observation> all() {
        Map<ComparedFigure, Observation> all = new EnumMap<>(ComparedFigure.class);
        for (ComparedFigure figure : ComparedFigure.values()) {
            all.put(figure, observation(figure));
        }
        return all;
    }

    private Observation observation(ComparedFigure figure) {
        ContributorDiversityWeek people = diversity;
        FlowWeek items = flow;
        OrganisationsWeek sources = organisations;
        return switch (figure) {
            case CONTRIBUTIONS -> count(people, ContributorDiversityWeek::getContributions);
            case CONTRIBUTORS -> count(people, ContributorDiversityWeek::getContributors);
            case NEWCOMERS -> count(people, ContributorDiversityWeek::getNewcomers);
            case COMMUNITY_CONTRIBUTORS -> count(people, ContributorDiversityWeek::getCommunityContributors);
            case ISSUES_OPENED -> count(items, FlowWeek::getIssuesOpened);
            case ISSUES_CLOSED -> count(items, FlowWeek::getIssuesClosed);
            case PULL_REQUESTS_OPENED -> count(items, FlowWeek::getPullRequestsOpened);
            case PULL_REQUESTS_MERGED -> count(items, FlowWeek::getPullRequestsMerged);
            case PULL_REQUESTS_CLOSED_UNMERGED -> count(items, FlowWeek::getPullRequestsClosedUnmerged);
            case FEEDBACK_ANSWERED -> new Count(feedbackAnswered);
            case EFFECTIVE_CONTRIBUTORS -> new Index(people == null ? null : people.getEffectiveContributors());
            case ABSENCE_FACTOR -> new Index(people == null ? null : asDouble(people.getAbsenceFactor()));
            case TOP_SHARE -> new Index(people == null ? null : people.getTopShare());
            case EFFECTIVE_ORGANISATIONS -> new Index(sources == null ? null : sources.getEffectiveOrganisations());
            case OUTSIDE_HOME_SHARE -> new Index(sources == null ? null : sources.getOutsideHomeShare());
            case FEEDBACK_TO_MERGE_LATENCY -> new Durations(latencies);
            case ISSUES_ANSWERED_WITHIN_48_HOURS -> issues.share();
            case PULL_REQUESTS_ANSWERED_WITHIN_48_HOURS -> pullRequests.share();
        };
    }

    private static <R> Count count(@Nullable R row, ToLongFunction<R> figure) {
        return new Count(row == null ? 0 : figure.applyAsLong(row));
    }

    private static @Nullable Double asDouble(@Nullable Long number) {
        return number == null ? null : number.doubleValue();
    }

    private static final class Answered {

        private int inTime;
        private int items;

        void add(boolean answeredInTime) {
            items++;
            inTime += answeredInTime ? 1 : 0;
        }

        Share share() {
            return new Share(inTime, items);
        }
    }
}
