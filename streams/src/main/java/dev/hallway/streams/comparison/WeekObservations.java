// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.comparison;

import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.health.FlowWeek;
import dev.hallway.health.OrganisationsWeek;
import dev.hallway.streams.comparison.Observation.Count;
import dev.hallway.streams.comparison.Observation.Durations;
import dev.hallway.streams.comparison.Observation.Index;
import dev.hallway.streams.comparison.Observation.Share;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What one week shows of all figures; a week without rows shows zeros, and no indices. */
final class WeekObservations {

    private static final Share NONE = new Share(0, 0);

    private List<Long> latencies = List.of();
    private Share issues = NONE;
    private Share pullRequests = NONE;
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

    /** How much feedback was answered by a merge in the week, and how long it had waited, in seconds. */
    void setFeedbackAnswered(long count, List<Long> seconds) {
        feedbackAnswered = count;
        latencies = seconds;
    }

    /** How many of the items that were opened in the week long enough ago were answered within 48 hours. */
    void setAnswered(Share ofIssues, Share ofPullRequests) {
        issues = ofIssues;
        pullRequests = ofPullRequests;
    }

    /** True if anything is known to have happened in the week. */
    boolean anything() {
        return diversity != null || flow != null;
    }

    /** All figures, in their order. */
    Map<ComparedFigure, Observation> all() {
        Map<ComparedFigure, Observation> all = new EnumMap<>(ComparedFigure.class);
        for (ComparedFigure figure : ComparedFigure.values()) {
            if (!needsARegistry(figure) || observation(figure).shown() instanceof Observation.Value) {
                all.put(figure, observation(figure));
            }
        }
        return all;
    }

    /** Without what it takes in the people registry, nothing is said of it, rather than that it is unavailable each week. */
    private static boolean needsARegistry(ComparedFigure figure) {
        return figure == ComparedFigure.EFFECTIVE_ORGANISATIONS || figure == ComparedFigure.OUTSIDE_HOME_SHARE;
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
            case ISSUES_ANSWERED_WITHIN_48_HOURS -> issues;
            case PULL_REQUESTS_ANSWERED_WITHIN_48_HOURS -> pullRequests;
        };
    }

    private static <R> Count count(@Nullable R row, ToLongFunction<R> figure) {
        return new Count(row == null ? 0 : figure.applyAsLong(row));
    }

    private static @Nullable Double asDouble(@Nullable Long number) {
        return number == null ? null : number.doubleValue();
    }
}
