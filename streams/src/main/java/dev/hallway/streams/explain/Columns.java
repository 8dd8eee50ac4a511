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

    private Columns() {}

    static Column diversity(Function<ContributorDiversityWeek, @Nullable Object> column) {
        WeekRows<ContributorDiversityWeek> rows = CommunityReader::contributorDiversity;
        return rows.column(FigureTable.CONTRIBUTOR_DIVERSITY, column);
    }

    static Column organisations(Function<OrganisationsWeek, @Nullable Object> column) {
        WeekRows<OrganisationsWeek> rows = CommunityReader::organisations;
        return rows.column(FigureTable.ORGANISATIONS, column);
    }

    static Column merging(Function<MergingWeek, @Nullable Object> column) {
        WeekRows<MergingWeek> rows = CommunityReader::merging;
        return rows.column(FigureTable.MERGING, column);
    }

    static Column newcomers(Function<NewcomersWeek, @Nullable Object> column) {
        WeekRows<NewcomersWeek> rows = CommunityReader::newcomerCohorts;
        return rows.column(FigureTable.NEWCOMERS, column);
    }

    static Column flow(Function<FlowWeek, @Nullable Object> column) {
        WeekRows<FlowWeek> rows = CommunityReader::flow;
        return rows.column(FigureTable.FLOW, column);
    }

    static Column issues(Function<ResponsivenessCohort, @Nullable Object> column) {
        WeekRows<ResponsivenessWeek> rows = CommunityReader::responsiveness;
        return rows.column(FigureTable.RESPONSIVENESS, week -> column.apply(week.getIssues()));
    }

    static Column pullRequests(Function<ResponsivenessCohort, @Nullable Object> column) {
        WeekRows<ResponsivenessWeek> rows = CommunityReader::responsiveness;
        return rows.column(FigureTable.RESPONSIVENESS, week -> column.apply(week.getPullRequests()));
    }

    static Column feedback(Function<FeedbackLatencyWeek, @Nullable Object> column) {
        WeekRows<FeedbackLatencyWeek> rows = CommunityReader::feedbackLatency;
        return rows.column(FigureTable.FEEDBACK_LATENCY, column);
    }

    static Column outsideHome(Function<OrganisationsWeek, @Nullable Object> column) {
        WeekRows<OrganisationsWeek> rows = CommunityReader::organisations;
        return rows.column(
                FigureTable.ORGANISATIONS,
                column,
                "the people registry names no home organisation, or no known person contributed");
    }

    static Column elephantFactor() {
        WeekRows<OrganisationsWeek> rows = CommunityReader::organisations;
        return rows.column(
                FigureTable.ORGANISATIONS,
                OrganisationsWeek::getElephantFactor,
                "all organisations together do not reach 50 % of the contributions");
    }

    static Column onDemand() {
        WeekRows<FlowWeek> rows = CommunityReader::flow;
        return rows.column(
                FigureTable.BACKLOG,
                week -> null,
                "it is worked out from all that is open, and not kept by week: the table backlog-weekly has it");
    }

    static Column several() {
        return (reader, summary, week) ->
                new FigureValue.Blank("this is a metric of several figures: each of them is explained on its own");
    }
}
