// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.explain;

import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.health.FeedbackLatencyWeek;
import dev.hallway.health.FlowWeek;
import dev.hallway.health.MergingWeek;
import dev.hallway.health.NewcomersWeek;
import dev.hallway.health.OrganisationsWeek;
import dev.hallway.health.ResponsivenessCohort;
import dev.hallway.health.ResponsivenessWeek;
import dev.hallway.streams.explain.WeekRows.Column;
import dev.hallway.streams.read.CommunityReader;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the value of a figure stands in the rows of its week, and why it is blank where it is. */
final class Columns {

    private static final WeekRows<ContributorDiversityWeek> DIVERSITY =
            new WeekRows<>(FigureTable.CONTRIBUTOR_DIVERSITY, CommunityReader::contributorDiversity);
    private static final WeekRows<OrganisationsWeek> ORGANISATIONS =
            new WeekRows<>(FigureTable.ORGANISATIONS, CommunityReader::organisations);
    private static final WeekRows<MergingWeek> MERGING = new WeekRows<>(FigureTable.MERGING, CommunityReader::merging);
    private static final WeekRows<NewcomersWeek> NEWCOMERS =
            new WeekRows<>(FigureTable.NEWCOMERS, CommunityReader::newcomerCohorts);
    private static final WeekRows<FlowWeek> FLOW = new WeekRows<>(FigureTable.FLOW, CommunityReader::flow);
    private static final WeekRows<FlowWeek> BACKLOG = new WeekRows<>(FigureTable.BACKLOG, CommunityReader::flow);
    private static final WeekRows<ResponsivenessWeek> RESPONSIVENESS =
            new WeekRows<>(FigureTable.RESPONSIVENESS, CommunityReader::responsiveness);
    private static final WeekRows<FeedbackLatencyWeek> FEEDBACK =
            new WeekRows<>(FigureTable.FEEDBACK_LATENCY, CommunityReader::feedbackLatency);

    private Columns() {}

    static Column diversity(Function<ContributorDiversityWeek, @Nullable Object> column) {
        return DIVERSITY.column(column);
    }

    static Column organisations(Function<OrganisationsWeek, @Nullable Object> column) {
        return ORGANISATIONS.column(column);
    }

    static Column merging(Function<MergingWeek, @Nullable Object> column) {
        return MERGING.column(column);
    }

    static Column newcomers(Function<NewcomersWeek, @Nullable Object> column) {
        return NEWCOMERS.column(column);
    }

    static Column flow(Function<FlowWeek, @Nullable Object> column) {
        return FLOW.column(column);
    }

    static Column backlog(Function<FlowWeek, @Nullable Object> column) {
        return BACKLOG.column(column);
    }

    static Column issues(Function<ResponsivenessCohort, @Nullable Object> column) {
        return RESPONSIVENESS.column(week -> column.apply(week.getIssues()));
    }

    static Column pullRequests(Function<ResponsivenessCohort, @Nullable Object> column) {
        return RESPONSIVENESS.column(week -> column.apply(week.getPullRequests()));
    }

    static Column feedback(Function<FeedbackLatencyWeek, @Nullable Object> column) {
        return FEEDBACK.column(column);
    }

    static Column outsideHome(Function<OrganisationsWeek, @Nullable Object> column) {
        return ORGANISATIONS.column(
                column, "the people registry names no home organisation, or no known person contributed");
    }

    static Column elephantFactor() {
        return ORGANISATIONS.column(
                OrganisationsWeek::getElephantFactor,
                "all organisations together do not reach 50 % of the contributions");
    }

    static Column onDemand() {
        return BACKLOG.column(
                week -> null,
                "it is worked out from all that is open, and not kept by week: the table backlog-weekly has it");
    }

    static Column several(FigureTable table) {
        return new Column(
                table,
                (reader, summary, week) -> new FigureValue.Blank(
                        "this is a metric of several figures: each of them is explained on its own"));
    }
}
