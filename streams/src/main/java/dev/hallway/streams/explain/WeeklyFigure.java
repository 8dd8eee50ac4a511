// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.explain;

import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.health.FeedbackLatencyWeek;
import dev.hallway.health.FlowWeek;
import dev.hallway.health.MergingWeek;
import dev.hallway.health.NewcomersWeek;
import dev.hallway.health.OrganisationsWeek;
import dev.hallway.health.ResponsivenessCohort;
import dev.hallway.streams.explain.WeekRows.Column;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.EventView.Arrival;
import dev.hallway.streams.read.EventView.Kind;
import dev.hallway.streams.read.ItemView;
import dev.hallway.streams.read.ParticipantView;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.week.IsoWeek;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Every figure of a week, and three metrics as a whole.
 *
 * <p>A figure is named as its column; where that says too little or two tables have it, the kind of item, {@code feedback_},
 * {@code organisation_} or {@code cohort_} stands before it.
 */
public enum WeeklyFigure {
    CONTRIBUTIONS(
            Basis.COUNT,
            EventRule.contributions(),
            Columns.diversity(ContributorDiversityWeek::getContributions),
            "Contributions of known people, each with the weight 1: an issue or pull request opened, a merge"
                    + " (credited to the author), an issue comment, a review comment, a review."),
    CONTRIBUTORS(
            Basis.PEOPLE,
            EventRule.contributions(),
            Columns.diversity(ContributorDiversityWeek::getContributors),
            "How many known people made the contributions of the week."),
    NEWCOMERS(
            Basis.PEOPLE,
            EventRule.ofNewcomers(),
            Columns.diversity(ContributorDiversityWeek::getNewcomers),
            "People whose first contribution in the known history of the repository falls in the week."),
    MAINTAINER_CONTRIBUTIONS(
            Basis.COUNT,
            EventRule.byMaintainers(),
            Columns.diversity(ContributorDiversityWeek::getMaintainerContributions),
            "Contributions of people who are maintainers by the people registry, by GitHub's author association with"
                    + " that contribution, or because they had merged a pull request of the repository."),
    COMMUNITY_CONTRIBUTIONS(
            Basis.COUNT,
            EventRule.byCommunity(),
            Columns.diversity(ContributorDiversityWeek::getCommunityContributions),
            "Contributions of known people that are no maintainer contributions."),
    COMMUNITY_CONTRIBUTORS(
            Basis.PEOPLE_WITHOUT_LEFT_OUT,
            EventRule.byCommunity(),
            Columns.diversity(ContributorDiversityWeek::getCommunityContributors),
            "People with a community contribution and no maintainer contribution in the week."),
    SHANNON(
            Basis.EVENNESS_OF_PEOPLE,
            EventRule.contributions(),
            Columns.diversity(ContributorDiversityWeek::getShannon),
            "−Σ p ln p over the people's shares p of the week's contributions."),
    EFFECTIVE_CONTRIBUTORS(
            Basis.EVENNESS_OF_PEOPLE,
            EventRule.contributions(),
            Columns.diversity(ContributorDiversityWeek::getEffectiveContributors),
            "e to the power of shannon: the Hill number of order 1 of the people's shares of the week's"
                    + " contributions."),
    SIMPSON_EFFECTIVE(
            Basis.EVENNESS_OF_PEOPLE,
            EventRule.contributions(),
            Columns.diversity(ContributorDiversityWeek::getSimpsonEffective),
            "1 / Σ p²: the Hill number of order 2 of the people's shares p of the week's contributions."),
    ABSENCE_FACTOR(
            Basis.EVENNESS_OF_PEOPLE,
            EventRule.contributions(),
            Columns.diversity(ContributorDiversityWeek::getAbsenceFactor),
            "The least k whose k largest counts of contributions by one person reach at least 50 % of the total"
                    + " (CHAOSS Contributor Absence Factor)."),
    TOP_SHARE(
            Basis.EVENNESS_OF_PEOPLE,
            EventRule.contributions(),
            Columns.diversity(ContributorDiversityWeek::getTopShare),
            "The largest share of the week's contributions by one person."),
    UNKNOWN_CONTRIBUTIONS(
            Basis.COUNT,
            EventRule.ofKind(ParticipantView.Kind.UNKNOWN, "contribution of a deleted account"),
            Columns.diversity(ContributorDiversityWeek::getUnknownContributions),
            "Contributions of unknown people, whose accounts were deleted; they are in no other column."),
    BOT_CONTRIBUTIONS(
            Basis.COUNT,
            EventRule.ofKind(ParticipantView.Kind.BOT, "contribution of a bot"),
            Columns.diversity(ContributorDiversityWeek::getBotContributions),
            "Contributions of bots; they are in no other column."),
    ORGANISATION_CONTRIBUTIONS(
            Basis.COUNT,
            EventRule.contributions(),
            Columns.organisations(OrganisationsWeek::getContributions),
            "Contributions of known people, from an organisation or not."),
    AFFILIATED_CONTRIBUTIONS(
            Basis.COUNT,
            EventRule.affiliated(),
            Columns.organisations(OrganisationsWeek::getAffiliatedContributions),
            "Contributions of people whose organisation on that day (UTC) the people registry tells."),
    ORGANISATIONS(
            Basis.ORGANISATIONS,
            EventRule.affiliated(),
            Columns.organisations(OrganisationsWeek::getOrganisations),
            "How many organisations the affiliated contributions come from."),
    EFFECTIVE_ORGANISATIONS(
            Basis.EVENNESS_OF_ORGANISATIONS,
            EventRule.affiliated(),
            Columns.organisations(OrganisationsWeek::getEffectiveOrganisations),
            "The Hill number of order 1 of the organisations' shares of the affiliated contributions."),
    TOP_ORGANISATION(
            Basis.LARGEST_ORGANISATIONS,
            EventRule.affiliated(),
            Columns.organisations(OrganisationsWeek::getTopOrganisation),
            "The organisation with the most contributions, of several the first by name (code points)."),
    TOP_ORGANISATION_SHARE(
            Basis.LARGEST_ORGANISATIONS,
            EventRule.affiliated(),
            Columns.organisations(OrganisationsWeek::getTopOrganisationShare),
            "The share of all contributions of known people that comes from the organisation with the most."),
    ELEPHANT_FACTOR(
            Basis.LARGEST_ORGANISATIONS,
            EventRule.affiliated(),
            Columns.elephantFactor(),
            "The least k whose k largest organisations reach at least 50 % of all contributions, unaffiliated ones"
                    + " among them (CHAOSS Elephant Factor)."),
    OUTSIDE_HOME_CONTRIBUTIONS(
            Basis.COUNT,
            EventRule.outsideHome(),
            Columns.outsideHome(OrganisationsWeek::getOutsideHomeContributions),
            "Contributions by people who did not belong to a home organisation on that day, unaffiliated ones among"
                    + " them."),
    OUTSIDE_HOME_SHARE(
            Basis.SHARE,
            EventRule.outsideHome(),
            Columns.outsideHome(OrganisationsWeek::getOutsideHomeShare),
            "The share of contributions by people who did not belong to a home organisation on that day."),
    OUTSIDE_HOME_CONTRIBUTORS(
            Basis.PEOPLE_WITHOUT_LEFT_OUT,
            EventRule.outsideHome(),
            Columns.outsideHome(OrganisationsWeek::getOutsideHomeContributors),
            "People with a contribution from outside home and none from home in the week."),
    MERGED(
            Basis.COUNT,
            EventRule.all(Kind.PULL_REQUEST_MERGED, "merge"),
            Columns.merging(MergingWeek::getMerged),
            "Pull requests merged in the week."),
    MERGER_KNOWN(
            Basis.COUNT,
            EventRule.mergerKnown(),
            Columns.merging(MergingWeek::getMergerKnown),
            "Merges of which the person who merged is known."),
    MERGERS(
            Basis.MERGERS,
            EventRule.mergerKnown(),
            Columns.merging(MergingWeek::getMergers),
            "How many people merged, of the merges of which that is known."),
    TOP_MERGER_SHARE(
            Basis.EVENNESS_OF_MERGERS,
            EventRule.mergerKnown(),
            Columns.merging(MergingWeek::getTopMergerShare),
            "The largest share of one person of the merges of which it is known who merged."),
    MERGER_ABSENCE_FACTOR(
            Basis.EVENNESS_OF_MERGERS,
            EventRule.mergerKnown(),
            Columns.merging(MergingWeek::getMergerAbsenceFactor),
            "The least k whose k largest counts of merges by one person reach at least 50 % of those of which it is"
                    + " known who merged."),
    SELF_MERGED(
            Basis.COUNT,
            EventRule.selfMerged(),
            Columns.merging(MergingWeek::getSelfMerged),
            "Merges by the author of the pull request."),
    MERGED_WITHOUT_REVIEW(
            Basis.COUNT,
            EventRule.mergedWithoutReview(),
            Columns.merging(MergingWeek::getMergedWithoutReview),
            "Merges before which no review or review comment by a human other than the author became visible."),
    SELF_MERGED_WITHOUT_REVIEW(
            Basis.COUNT,
            EventRule.selfMergedWithoutReview(),
            Columns.merging(MergingWeek::getSelfMergedWithoutReview),
            "Merges by the author before which no review became visible: the numerator of CHAOSS's Self Merge Rates."),
    COHORT_NEWCOMERS(
            Basis.PEOPLE,
            EventRule.ofCohort(arrival -> true, Reason.CAME_BEFORE),
            Columns.newcomers(NewcomersWeek::getNewcomers),
            "People whose first contribution falls in the week, other than by a merge."),
    BY_ISSUE(
            Basis.PEOPLE_BY_FIRST,
            EventRule.ofCohortBy(EnumSet.of(Kind.ISSUE_OPENED)),
            Columns.newcomers(NewcomersWeek::getByIssue),
            "Newcomers of the week whose first contribution was to open an issue."),
    BY_PULL_REQUEST(
            Basis.PEOPLE_BY_FIRST,
            EventRule.ofCohortBy(EnumSet.of(Kind.PULL_REQUEST_OPENED)),
            Columns.newcomers(NewcomersWeek::getByPullRequest),
            "Newcomers of the week whose first contribution was to open a pull request."),
    BY_COMMENT(
            Basis.PEOPLE_BY_FIRST,
            EventRule.ofCohortBy(EnumSet.of(Kind.ISSUE_COMMENT, Kind.REVIEW_COMMENT)),
            Columns.newcomers(NewcomersWeek::getByComment),
            "Newcomers of the week whose first contribution was an issue comment or a review comment."),
    BY_REVIEW(
            Basis.PEOPLE_BY_FIRST,
            EventRule.ofCohortBy(EnumSet.of(Kind.REVIEW)),
            Columns.newcomers(NewcomersWeek::getByReview),
            "Newcomers of the week whose first contribution was a review."),
    OPENED_PULL_REQUEST(
            Basis.PEOPLE,
            EventRule.ofCohort(Arrival::openedPullRequest, Reason.NO_PULL_REQUEST),
            Columns.newcomers(NewcomersWeek::getOpenedPullRequest),
            "Newcomers of the week who have opened a pull request, then or later."),
    MERGED_PULL_REQUEST(
            Basis.PEOPLE,
            EventRule.ofCohort(Arrival::mergedPullRequest, Reason.NO_MERGED_PULL_REQUEST),
            Columns.newcomers(NewcomersWeek::getMergedPullRequest),
            "Newcomers of the week of whom a pull request has been merged, then or later."),
    RETURNED_WITHIN_12_WEEKS(
            Basis.PEOPLE,
            EventRule.ofCohort(Arrival::returned, Reason.NOT_RETURNED),
            Columns.newcomers(NewcomersWeek::getReturnedWithinTwelveWeeks),
            "Newcomers of the week who contributed, other than by a merge, in any of the 12 weeks after."),
    RETURN_KNOWN(
            Basis.PEOPLE,
            EventRule.ofCohort(Arrival::returnKnown, Reason.RETURN_NOT_KNOWN),
            Columns.newcomers(NewcomersWeek::getReturnKnown),
            "Newcomers of the week of whom it is known whether they returned within 12 weeks."),
    ISSUES_OPENED(
            Basis.COUNT,
            EventRule.all(Kind.ISSUE_OPENED, "issue opened"),
            Columns.flow(FlowWeek::getIssuesOpened),
            "Issues opened in the week, whoever opened them."),
    ISSUES_CLOSED(
            Basis.COUNT,
            EventRule.all(Kind.ISSUE_CLOSED, "issue closed"),
            Columns.flow(FlowWeek::getIssuesClosed),
            "Issues closed in the week, by the time of closing as it stands now."),
    ISSUES_CLOSED_LINKED(
            Basis.COUNT,
            EventRule.closedAnswered(),
            Columns.flow(FlowWeek::getIssuesClosedLinked),
            "Issues closed in the week that a merge answered: those that have a row in feedback-latency.csv."),
    PULL_REQUESTS_OPENED(
            Basis.COUNT,
            EventRule.all(Kind.PULL_REQUEST_OPENED, "pull request opened"),
            Columns.flow(FlowWeek::getPullRequestsOpened),
            "Pull requests opened in the week, whoever opened them."),
    PULL_REQUESTS_MERGED(
            Basis.COUNT,
            EventRule.all(Kind.PULL_REQUEST_MERGED, "pull request merged"),
            Columns.flow(FlowWeek::getPullRequestsMerged),
            "Pull requests merged in the week, whoever wrote them."),
    PULL_REQUESTS_CLOSED_UNMERGED(
            Basis.COUNT,
            EventRule.all(Kind.PULL_REQUEST_CLOSED, "pull request closed unmerged"),
            Columns.flow(FlowWeek::getPullRequestsClosedUnmerged),
            "Pull requests closed in the week without a merge."),
    OPEN_ISSUES_AT_END(
            Basis.COUNT,
            new OpenItemRule(ItemView.Kind.ISSUE),
            Columns.flow(FlowWeek::getOpenIssuesAtEnd),
            "Issues open at the end of the week, by the times of opening and closing as they stand now."),
    OPEN_PULL_REQUESTS_AT_END(
            Basis.COUNT,
            new OpenItemRule(ItemView.Kind.PULL_REQUEST),
            Columns.flow(FlowWeek::getOpenPullRequestsAtEnd),
            "Pull requests open at the end of the week, by the times of opening and closing as they stand now."),
    ISSUE_OPENED(
            Basis.COUNT,
            EventRule.opened(Kind.ISSUE_OPENED),
            Columns.issues(ResponsivenessCohort::getOpened),
            "Issues opened in the week, without those of bots."),
    ISSUE_ANSWERED(
            Basis.COUNT,
            EventRule.answered(Kind.ISSUE_OPENED),
            Columns.issues(ResponsivenessCohort::getAnswered),
            "Issues opened in the week that a human other than the author has responded to: by a comment, a review or"
                    + " a review comment."),
    ISSUE_UNANSWERED(
            Basis.COUNT,
            EventRule.unanswered(Kind.ISSUE_OPENED),
            Columns.issues(ResponsivenessCohort::getUnanswered),
            "Issues opened in the week that no human other than the author has responded to."),
    ISSUE_P50_SECONDS(
            Basis.DURATIONS,
            EventRule.answered(Kind.ISSUE_OPENED),
            Columns.issues(ResponsivenessCohort::getP50Seconds),
            "The median time from the opening to the first response, of the issues opened in the week that were"
                    + " answered (CHAOSS Time to First Response)."),
    ISSUE_P90_SECONDS(
            Basis.DURATIONS,
            EventRule.answered(Kind.ISSUE_OPENED),
            Columns.issues(ResponsivenessCohort::getP90Seconds),
            "The time from the opening to the first response that one in ten of the answered issues opened in the"
                    + " week exceeds."),
    ISSUE_ANSWERED_WITHIN_48_HOURS(
            Basis.COUNT,
            EventRule.answeredInTime(Kind.ISSUE_OPENED),
            Columns.issues(ResponsivenessCohort::getAnsweredWithin48Hours),
            "Issues opened in the week that were answered after at most 172,800 seconds."),
    PULL_REQUEST_OPENED(
            Basis.COUNT,
            EventRule.opened(Kind.PULL_REQUEST_OPENED),
            Columns.pullRequests(ResponsivenessCohort::getOpened),
            "Pull requests opened in the week, without those of bots."),
    PULL_REQUEST_ANSWERED(
            Basis.COUNT,
            EventRule.answered(Kind.PULL_REQUEST_OPENED),
            Columns.pullRequests(ResponsivenessCohort::getAnswered),
            "Pull requests opened in the week that a human other than the author has responded to: by a comment, a"
                    + " review or a review comment."),
    PULL_REQUEST_UNANSWERED(
            Basis.COUNT,
            EventRule.unanswered(Kind.PULL_REQUEST_OPENED),
            Columns.pullRequests(ResponsivenessCohort::getUnanswered),
            "Pull requests opened in the week that no human other than the author has responded to."),
    PULL_REQUEST_P50_SECONDS(
            Basis.DURATIONS,
            EventRule.answered(Kind.PULL_REQUEST_OPENED),
            Columns.pullRequests(ResponsivenessCohort::getP50Seconds),
            "The median time from the opening to the first response, of the pull requests opened in the week that"
                    + " were answered (CHAOSS Time to First Response)."),
    PULL_REQUEST_P90_SECONDS(
            Basis.DURATIONS,
            EventRule.answered(Kind.PULL_REQUEST_OPENED),
            Columns.pullRequests(ResponsivenessCohort::getP90Seconds),
            "The time from the opening to the first response that one in ten of the answered pull requests opened in"
                    + " the week exceeds."),
    PULL_REQUEST_ANSWERED_WITHIN_48_HOURS(
            Basis.COUNT,
            EventRule.answeredInTime(Kind.PULL_REQUEST_OPENED),
            Columns.pullRequests(ResponsivenessCohort::getAnsweredWithin48Hours),
            "Pull requests opened in the week that were answered after at most 172,800 seconds."),
    FEEDBACK_COUNT(
            Basis.COUNT,
            EventRule.feedbackAnswered(),
            Columns.feedback(FeedbackLatencyWeek::getCount),
            "Feedback issues that were answered in the week: by the merge of the first pull request that closes them,"
                    + " among those merged strictly after they were opened."),
    FEEDBACK_P50_SECONDS(
            Basis.DURATIONS,
            EventRule.feedbackAnswered(),
            Columns.feedback(FeedbackLatencyWeek::getP50Seconds),
            "The median feedback-to-merge latency of the issues answered in the week: from the opening to the merge"
                    + " of the first pull request that closes it."),
    FEEDBACK_P90_SECONDS(
            Basis.DURATIONS,
            EventRule.feedbackAnswered(),
            Columns.feedback(FeedbackLatencyWeek::getP90Seconds),
            "The feedback-to-merge latency that one in ten of the issues answered in the week exceeds."),
    FEEDBACK_MEAN_SECONDS(
            Basis.DURATIONS,
            EventRule.feedbackAnswered(),
            Columns.feedback(FeedbackLatencyWeek::getMeanSeconds),
            "The mean feedback-to-merge latency of the issues answered in the week; look at the count and the median"
                    + " beside it."),
    FEEDBACK_COMMUNITY_AUTHORED(
            Basis.COUNT,
            EventRule.feedbackAnsweredByCommunity(),
            Columns.feedback(FeedbackLatencyWeek::getCommunityAuthored),
            "Feedback answered in the week by a pull request whose author is neither a bot nor a maintainer by that"
                    + " pull request."),
    OPEN_ISSUES(
            Basis.COUNT,
            new OpenItemRule(ItemView.Kind.ISSUE),
            Columns.backlog(FlowWeek::getOpenIssuesAtEnd),
            "Issues open at the end of the week."),
    ISSUE_AGE_P50_SECONDS(
            Basis.DURATIONS,
            new OpenItemRule(ItemView.Kind.ISSUE),
            Columns.onDemand(),
            "The median age, at the end of the week, of the issues that were open then."),
    ISSUE_AGE_P90_SECONDS(
            Basis.DURATIONS,
            new OpenItemRule(ItemView.Kind.ISSUE),
            Columns.onDemand(),
            "The age, at the end of the week, that one in ten of the issues open then exceeds."),
    OPEN_PULL_REQUESTS(
            Basis.COUNT,
            new OpenItemRule(ItemView.Kind.PULL_REQUEST),
            Columns.backlog(FlowWeek::getOpenPullRequestsAtEnd),
            "Pull requests open at the end of the week, drafts included."),
    PULL_REQUEST_AGE_P50_SECONDS(
            Basis.DURATIONS,
            new OpenItemRule(ItemView.Kind.PULL_REQUEST),
            Columns.onDemand(),
            "The median age, at the end of the week, of the pull requests that were open then."),
    PULL_REQUEST_AGE_P90_SECONDS(
            Basis.DURATIONS,
            new OpenItemRule(ItemView.Kind.PULL_REQUEST),
            Columns.onDemand(),
            "The age, at the end of the week, that one in ten of the pull requests open then exceeds."),
    WHOLE_FEEDBACK_LATENCY(
            Basis.SEVERAL,
            EventRule.feedbackAnswered(),
            Columns.several(FigureTable.FEEDBACK_LATENCY),
            "Feedback-to-merge latency: from the opening of an issue by a human to the merge of the first pull"
                    + " request that closes it, among those merged strictly after it was opened."),
    WHOLE_RESPONSIVENESS(
            Basis.SEVERAL,
            EventRule.responses(),
            Columns.several(FigureTable.RESPONSIVENESS),
            "Responsiveness: how long items that people opened in the week waited for the first response by another"
                    + " human."),
    WHOLE_FLOW(
            Basis.SEVERAL,
            EventRule.flow(),
            Columns.several(FigureTable.FLOW),
            "Flow: what was opened, closed and merged in the week.");

    private static final String WHOLE = "WHOLE_";

    /** What the table of real changes calls some figures. */
    private static final Map<String, WeeklyFigure> COMPARED_AS = Map.of(
            "feedback_answered",
            FEEDBACK_COUNT,
            "feedback_to_merge_latency",
            FEEDBACK_P50_SECONDS,
            "issues_answered_within_48_hours",
            ISSUE_ANSWERED_WITHIN_48_HOURS,
            "pull_requests_answered_within_48_hours",
            PULL_REQUEST_ANSWERED_WITHIN_48_HOURS);

    private final Basis basis;

    @SuppressWarnings("ImmutableEnumChecker") // Its functions are pure.
    private final Rule rule;

    @SuppressWarnings("ImmutableEnumChecker") // Only reads what it is handed.
    private final Column column;

    private final String definition;

    WeeklyFigure(Basis basis, Rule rule, Column column, String definition) {
        this.basis = basis;
        this.rule = rule;
        this.column = column;
        this.definition = definition;
    }

    /** The figure of a name, also of one that {@code changes-weekly} has for it; empty if there is none. */
    public static Optional<WeeklyFigure> named(String name) {
        return Arrays.stream(values())
                .filter(figure -> figure.toString().equals(name))
                .findFirst()
                .or(() -> Optional.ofNullable(COMPARED_AS.get(name)));
    }

    /** The names of all figures. */
    public static List<String> names() {
        return Arrays.stream(values()).map(WeeklyFigure::toString).toList();
    }

    /** Its name. */
    @Override
    public String toString() {
        String name = name().toLowerCase(Locale.ROOT);
        return isWhole() ? name.substring(WHOLE.length()).replace('_', '-') : name;
    }

    /** Where its explanation is, relative to the address of the repository. */
    public String address(IsoWeek week) {
        return "weeks/" + week + "/explain/" + this;
    }

    /** The table that it is a column of. */
    public FigureTable table() {
        return column.table();
    }

    /** How the entries of all pages make its value. */
    public Basis basis() {
        return basis;
    }

    /** What it means, in one sentence. */
    public String definition() {
        return definition;
    }

    /** True for a metric of several figures. */
    public boolean isWhole() {
        return name().startsWith(WHOLE);
    }

    /** True if nothing can be counted while no organisation is home. */
    boolean needsHome() {
        return this == OUTSIDE_HOME_CONTRIBUTIONS || this == OUTSIDE_HOME_SHARE || this == OUTSIDE_HOME_CONTRIBUTORS;
    }

    Rule rule() {
        return rule;
    }

    /** Its published value in a week. */
    FigureValue value(CommunityReader reader, RepositorySummary summary, IsoWeek week) {
        return column.value().of(reader, summary, week);
    }
}
