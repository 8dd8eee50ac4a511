// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.table;

import dev.hallway.streams.comparison.Comparisons;
import dev.hallway.streams.comparison.FigureComparison.Compared;
import dev.hallway.streams.read.BacklogWeek;
import dev.hallway.streams.read.BacklogWeek.Open;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.Newcomer;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.week.IsoWeek;
import java.util.Locale;

/** Tables that are made when they are asked for: who came, what is left open, what changed. */
final class OnDemandTables {

    static final Table NEWCOMERS = Table.of(
            "newcomers",
            "repository,login,first_at,first_week,first_kind,first_answered_seconds,first_pull_request_at,"
                    + "first_merge_at,contributions,last_week,returned_within_12_weeks",
            (reader, repository, consumer) -> reader.repository(repository)
                    .ifPresent(summary -> reader.forEachNewcomer(
                            repository, person -> consumer.accept(newcomerRow(summary, person)))));

    static final Table BACKLOG = Table.of(
            "backlog-weekly",
            "repository,week,open_issues,issue_age_p50_seconds,issue_age_p90_seconds,open_pull_requests,"
                    + "pull_request_age_p50_seconds,pull_request_age_p90_seconds",
            weekly(CommunityReader::backlog, OnDemandTables::backlogRow));

    static final Table CHANGES = Table.of(
            "changes-weekly",
            "repository,week,figure,value,reference,n,p,changed",
            (reader, repository, consumer) -> reader.repository(repository)
                    .ifPresent(
                            summary -> Comparisons.ofAllWeeks(reader, summary).forEach(week -> week.compared()
                                    .forEach(figure -> consumer.accept(comparisonRow(summary, week.week(), figure))))));

    private OnDemandTables() {}

    private static <T> Table.Rows weekly(WeeklyTables.Figures<T> figures, RowWriter<T> writer) {
        return (reader, repository, consumer) -> reader.repository(repository)
                .ifPresent(summary -> Weeks.known(summary).ifPresent(weeks -> figures.of(reader, repository, weeks)
                        .forEach(week -> consumer.accept(writer.write(new Row().text(summary.repository()), week)))));
    }

    private static Row backlogRow(Row row, BacklogWeek week) {
        return open(open(row.name(week.week()), week.issues()), week.pullRequests());
    }

    private static Row open(Row row, Open open) {
        return row.number(open.count()).number(open.ageP50Seconds()).number(open.ageP90Seconds());
    }

    private static Row newcomerRow(RepositorySummary summary, Newcomer person) {
        return new Row()
                .text(summary.repository())
                .text(person.login())
                .moment(person.firstAt())
                .name(person.firstWeek())
                .name(person.firstKind().name().toLowerCase(Locale.ROOT))
                .number(person.firstAnsweredSeconds())
                .moment(person.firstPullRequestAt())
                .moment(person.firstMergeAt())
                .number(person.contributions())
                .name(person.lastWeek())
                .flag(person.returned());
    }

    private static Row comparisonRow(RepositorySummary summary, IsoWeek week, Compared figure) {
        return new Row()
                .text(summary.repository())
                .name(week)
                .name(figure.figure())
                .decimal(figure.value())
                .decimal(figure.reference().value())
                .number(figure.reference().n())
                .decimal(figure.p())
                .flag(figure.changed());
    }

    private interface RowWriter<T> {
        Row write(Row row, T figure);
    }
}
