// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.table;

import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.health.FeedbackLatencyWeek;
import dev.hallway.health.FlowWeek;
import dev.hallway.health.MergingWeek;
import dev.hallway.health.NewcomersWeek;
import dev.hallway.health.OrganisationsWeek;
import dev.hallway.health.ResponsivenessCohort;
import dev.hallway.health.ResponsivenessWeek;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.week.WeekRange;
import java.util.List;
import java.util.function.Consumer;

/** Tables with a row per repository and week. */
public final class WeeklyTables {

    private WeeklyTables() {}

    /** Feedback-to-merge latency of the weeks in which a merge answered feedback. */
    public static Table feedbackLatency(Weeks weeks) {
        return Table.of(
                "feedback-latency-weekly",
                "repository,week,count,p50_seconds,p90_seconds,mean_seconds,community_authored",
                rows(weeks, CommunityReader::feedbackLatency, WeeklyTables::latencyRow));
    }

    /** First responses by week of opening and kind of item. */
    public static Table responsiveness(Weeks weeks) {
        return Table.of(
                "responsiveness-weekly",
                "repository,week,kind,opened,answered,unanswered,p50_seconds,p90_seconds,answered_within_48_hours",
                rows(weeks, CommunityReader::responsiveness, WeeklyTables::responsivenessRows));
    }

    /** Who contributed, and how evenly. */
    public static Table contributorDiversity(Weeks weeks) {
        return Table.of(
                "contributor-diversity",
                "repository,week,contributions,contributors,newcomers,maintainer_contributions,"
                        + "community_contributions,community_contributors,shannon,effective_contributors,"
                        + "simpson_effective,absence_factor,top_share,unknown_contributions,bot_contributions",
                rows(weeks, CommunityReader::contributorDiversity, WeeklyTables::diversityRow));
    }

    /** What was opened, closed and merged. */
    public static Table flow(Weeks weeks) {
        return Table.of(
                "flow-weekly",
                "repository,week,issues_opened,issues_closed,issues_closed_linked,pull_requests_opened,"
                        + "pull_requests_merged,pull_requests_closed_unmerged,open_issues_at_end,"
                        + "open_pull_requests_at_end",
                rows(weeks, CommunityReader::flow, WeeklyTables::flowRow));
    }

    /** Which organisations contributions came from. */
    public static Table organisations(Weeks weeks) {
        return Table.of(
                "organisations-weekly",
                "repository,week,contributions,affiliated_contributions,organisations,effective_organisations,"
                        + "top_organisation,top_organisation_share,elephant_factor,outside_home_contributions,"
                        + "outside_home_share,outside_home_contributors",
                rows(weeks, CommunityReader::organisations, WeeklyTables::organisationsRow));
    }

    /** Who merged, and what nobody had reviewed. */
    public static Table merging(Weeks weeks) {
        return Table.of(
                "merging-weekly",
                "repository,week,merged,merger_known,mergers,top_merger_share,merger_absence_factor,self_merged,"
                        + "merged_without_review,self_merged_without_review",
                rows(weeks, CommunityReader::merging, WeeklyTables::mergingRow));
    }

    /** Who came, and what became of them. */
    public static Table newcomerCohorts(Weeks weeks) {
        return Table.of(
                "newcomer-cohorts",
                "repository,week,newcomers,by_issue,by_pull_request,by_comment,by_review,opened_pull_request,"
                        + "merged_pull_request,returned_within_12_weeks,return_known",
                rows(weeks, CommunityReader::newcomerCohorts, WeeklyTables::cohortRow));
    }

    private static <T> Table.Rows rows(Weeks weeks, Figures<T> figures, RowWriter<T> writer) {
        return (reader, repository, consumer) -> weeks.of(reader, repository)
                .ifPresent(range ->
                        figures.of(reader, repository, range).forEach(figure -> writer.write(figure, consumer)));
    }

    private static void latencyRow(FeedbackLatencyWeek week, Consumer<Row> consumer) {
        if (week.getCount() == 0) {
            return;
        }
        consumer.accept(new Row()
                .text(week.getRepository())
                .name(week.getWeek())
                .number(week.getCount())
                .number(week.getP50Seconds())
                .number(week.getP90Seconds())
                .number(week.getMeanSeconds())
                .number(week.getCommunityAuthored()));
    }

    private static void responsivenessRows(ResponsivenessWeek week, Consumer<Row> consumer) {
        cohortRow(week, "issue", week.getIssues(), consumer);
        cohortRow(week, "pull_request", week.getPullRequests(), consumer);
    }

    private static void cohortRow(
            ResponsivenessWeek week, String kind, ResponsivenessCohort cohort, Consumer<Row> consumer) {
        if (cohort.getOpened() == 0) {
            return;
        }
        consumer.accept(new Row()
                .text(week.getRepository())
                .name(week.getWeek())
                .name(kind)
                .number(cohort.getOpened())
                .number(cohort.getAnswered())
                .number(cohort.getUnanswered())
                .number(cohort.getP50Seconds())
                .number(cohort.getP90Seconds())
                .number(cohort.getAnsweredWithin48Hours()));
    }

    private static void diversityRow(ContributorDiversityWeek week, Consumer<Row> consumer) {
        consumer.accept(new Row()
                .text(week.getRepository())
                .name(week.getWeek())
                .number(week.getContributions())
                .number(week.getContributors())
                .number(week.getNewcomers())
                .number(week.getMaintainerContributions())
                .number(week.getCommunityContributions())
                .number(week.getCommunityContributors())
                .decimal(week.getShannon())
                .decimal(week.getEffectiveContributors())
                .decimal(week.getSimpsonEffective())
                .number(week.getAbsenceFactor())
                .decimal(week.getTopShare())
                .number(week.getUnknownContributions())
                .number(week.getBotContributions()));
    }

    private static void flowRow(FlowWeek week, Consumer<Row> consumer) {
        consumer.accept(new Row()
                .text(week.getRepository())
                .name(week.getWeek())
                .number(week.getIssuesOpened())
                .number(week.getIssuesClosed())
                .number(week.getIssuesClosedLinked())
                .number(week.getPullRequestsOpened())
                .number(week.getPullRequestsMerged())
                .number(week.getPullRequestsClosedUnmerged())
                .number(week.getOpenIssuesAtEnd())
                .number(week.getOpenPullRequestsAtEnd()));
    }

    private static void organisationsRow(OrganisationsWeek week, Consumer<Row> consumer) {
        consumer.accept(new Row()
                .text(week.getRepository())
                .name(week.getWeek())
                .number(week.getContributions())
                .number(week.getAffiliatedContributions())
                .number(week.getOrganisations())
                .decimal(week.getEffectiveOrganisations())
                .text(week.getTopOrganisation())
                .decimal(week.getTopOrganisationShare())
                .number(week.getElephantFactor())
                .number(week.getOutsideHomeContributions())
                .decimal(week.getOutsideHomeShare())
                .number(week.getOutsideHomeContributors()));
    }

    private static void mergingRow(MergingWeek week, Consumer<Row> consumer) {
        consumer.accept(new Row()
                .text(week.getRepository())
                .name(week.getWeek())
                .number(week.getMerged())
                .number(week.getMergerKnown())
                .number(week.getMergers())
                .decimal(week.getTopMergerShare())
                .number(week.getMergerAbsenceFactor())
                .number(week.getSelfMerged())
                .number(week.getMergedWithoutReview())
                .number(week.getSelfMergedWithoutReview()));
    }

    private static void cohortRow(NewcomersWeek week, Consumer<Row> consumer) {
        consumer.accept(new Row()
                .text(week.getRepository())
                .name(week.getWeek())
                .number(week.getNewcomers())
                .number(week.getByIssue())
                .number(week.getByPullRequest())
                .number(week.getByComment())
                .number(week.getByReview())
                .number(week.getOpenedPullRequest())
                .number(week.getMergedPullRequest())
                .number(week.getReturnedWithinTwelveWeeks())
                .number(week.getReturnKnown()));
    }

    /** Reads figures of a repository. */
    interface Figures<T> {
        List<T> of(CommunityReader reader, String repository, WeekRange weeks);
    }

    private interface RowWriter<T> {
        void write(T figure, Consumer<Row> consumer);
    }
}
