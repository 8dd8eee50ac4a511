// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import dev.hallway.service.http.Problem;
import dev.hallway.streams.http.RepositoryAccess.Held;
import dev.hallway.streams.http.RepositoryAccess.Resource;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.table.Table;
import dev.hallway.streams.table.Tables;
import dev.hallway.streams.table.WeeklyTables;
import dev.hallway.streams.table.Weeks;
import dev.hallway.streams.week.WeekRange;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/** The weekly metrics and the tables. */
final class MetricsResource {

    static final List<Metric> ALL = List.of(
            new Metric("feedback-latency", CommunityReader::feedbackLatency, WeeklyTables::feedbackLatency),
            new Metric(
                    "contributor-diversity", CommunityReader::contributorDiversity, WeeklyTables::contributorDiversity),
            new Metric("responsiveness", CommunityReader::responsiveness, WeeklyTables::responsiveness),
            new Metric("flow", CommunityReader::flow, WeeklyTables::flow),
            new Metric("organisations", CommunityReader::organisations, WeeklyTables::organisations),
            new Metric("merging", CommunityReader::merging, WeeklyTables::merging),
            new Metric("newcomers", CommunityReader::newcomerCohorts, WeeklyTables::newcomerCohorts));

    private MetricsResource() {}

    /** JSON or CSV, as the caller prefers. */
    static Resource weekly(Metric metric) {
        return (context, held) -> {
            if (Accepts.preferred(context, List.of(Accepts.JSON, Accepts.CSV)).equals(Accepts.CSV)) {
                csv(metric, context, held);
            } else {
                json(metric, context, held);
            }
        };
    }

    /** CSV, whatever the caller prefers: the path says so. */
    static Resource weeklyCsv(Metric metric) {
        return (context, held) -> csv(metric, context, held);
    }

    /** The figures of several weeks together, which end with the one that is asked for. */
    static Resource trailing(Trailing figures) {
        return (context, held) -> {
            WeekRange weeks = WeekRange.trailing(Parameters.queryWeek(context), Parameters.trailingWeeks(context));
            Envelope.write(context, AvroView.of(figures.over(held.reader(), held.name(), weeks)), held.freshness());
        };
    }

    /** The figures of several weeks together, which end with each week of a range. */
    static Resource series(Series figures) {
        return (context, held) -> {
            int length = Parameters.trailingWeeksOr(context, 12);
            List<?> rows = Parameters.boundedWeeks(context, held.summary()).stream()
                    .flatMap(weeks -> figures.over(held.reader(), held.name(), weeks, length).stream())
                    .map(AvroView::of)
                    .toList();
            Envelope.write(context, rows, held.freshness());
        };
    }

    static void table(Context context, Held held) throws IOException {
        String name = context.pathParam("name");
        Table table = Tables.named(name)
                .orElseThrow(() -> new Problem.Found(
                        404,
                        "There is no table '" + name + "'; there are "
                                + Tables.ALL.stream().map(Table::name).collect(Collectors.joining(", ")) + "."));
        Csv.write(context, table, held);
    }

    private static void json(Metric metric, Context context, Held held) {
        List<?> rows = Parameters.weeks(context, held.summary()).stream()
                .flatMap(weeks -> metric.figures().of(held.reader(), held.name(), weeks).stream())
                .map(AvroView::of)
                .toList();
        Envelope.write(context, rows, held.freshness());
    }

    private static void csv(Metric metric, Context context, Held held) throws IOException {
        Optional<WeekRange> weeks = Parameters.weeks(context, held.summary());
        Csv.write(context, metric.table().apply((reader, repository) -> weeks), held);
    }

    /**
     * A weekly metric.
     *
     * @param name as paths write it
     * @param figures reads its rows
     * @param table its table over some weeks
     */
    record Metric(String name, Figures figures, Function<Weeks, Table> table) {}

    /** Reads a metric's row over several weeks. */
    @FunctionalInterface
    interface Trailing {
        SpecificRecord over(CommunityReader reader, String repository, WeekRange weeks);
    }

    /** Reads a metric's rows over several weeks each. */
    @FunctionalInterface
    interface Series {
        List<? extends SpecificRecord> over(CommunityReader reader, String repository, WeekRange range, int weeks);
    }

    /** Reads a metric's rows. */
    @FunctionalInterface
    interface Figures {
        List<? extends SpecificRecord> of(CommunityReader reader, String repository, WeekRange weeks);
    }
}
