// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import dev.hallway.service.http.Problem;
import dev.hallway.streams.comparison.ComparedFigure;
import dev.hallway.streams.comparison.Comparisons;
import dev.hallway.streams.comparison.Direction;
import dev.hallway.streams.comparison.FigureComparison.Compared;
import dev.hallway.streams.comparison.ReferenceWeeks;
import dev.hallway.streams.explain.Explainer;
import dev.hallway.streams.explain.Explanation;
import dev.hallway.streams.explain.WeeklyFigure;
import dev.hallway.streams.http.RepositoryAccess.Held;
import dev.hallway.streams.read.CountedContribution;
import dev.hallway.streams.read.EventFilter;
import dev.hallway.streams.read.EventPage;
import dev.hallway.streams.read.EventPlace;
import dev.hallway.streams.read.EventView;
import dev.hallway.streams.read.PageSize;
import dev.hallway.streams.week.IsoWeek;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the figures of a week were counted from, and which of them changed. */
final class WeekResource {

    // A page of a figure that concerns few of very many events ends here.
    private static final int MOST_ROWS = 1_000;

    private static final EventFilter CONTRIBUTIONS = new EventFilter(EventView.CONTRIBUTIONS, event -> true);

    private WeekResource() {}

    static void contributors(Context context, Held held) {
        Envelope.write(
                context, held.reader().contributors(held.name(), Parameters.pathWeek(context)), held.freshness());
    }

    /** A page of what the week's diversity counted or set apart, by item. */
    static void contributions(Context context, Held held) {
        String after = context.queryParam("after");
        EventPlace place = after == null ? null : EventPlace.parse(after).orElseThrow(() -> noPlace(after));
        EventPage page = held.reader()
                .events(
                        held.name(),
                        Parameters.pathWeek(context),
                        place,
                        new PageSize(Parameters.limit(context), MOST_ROWS),
                        CONTRIBUTIONS);
        List<CountedContribution> contributions = page.entries().stream()
                .flatMap(entry -> CountedContribution.of(entry.event()).stream())
                .toList();
        EventPlace next = page.next();
        Envelope.write(context, contributions, next == null ? null : next.toString(), held.freshness());
    }

    /** What changed in the week, beside the weeks before it. */
    static void changes(Context context, Held held) {
        Envelope.write(
                context,
                Comparisons.ofWeek(held.reader(), held.summary(), Parameters.pathWeek(context)),
                held.freshness());
    }

    /** Which figures changed in which of several weeks, by week. */
    static void allChanges(Context context, Held held) {
        List<Change> changes = Parameters.boundedWeeks(context, held.summary()).stream()
                .flatMap(weeks -> Comparisons.ofWeeks(held.reader(), held.summary(), weeks).stream())
                .flatMap(week -> week.compared().stream()
                        .filter(Compared::changed)
                        .map(figure -> Change.of(week.week(), figure)))
                .toList();
        Envelope.write(context, changes, held.freshness());
    }

    /** A page of what a figure counted and left out. */
    static void explain(Context context, Held held) {
        String name = context.pathParam("figure");
        WeeklyFigure figure = WeeklyFigure.named(name)
                .orElseThrow(() -> new Problem.Found(
                        404,
                        "There is no figure '" + name + "'; there are " + String.join(", ", WeeklyFigure.names())
                                + "."));
        IsoWeek week = Parameters.pathWeek(context);
        int limit = Parameters.limit(context);
        String after = context.queryParam("after");
        Explanation page = new Explainer(held.reader(), held.summary(), week)
                .page(figure, after, new PageSize(limit, MOST_ROWS))
                .orElseThrow(() -> noPlace(String.valueOf(after)));
        Envelope.write(
                context, ExplanationView.of(held.name(), figure, week, page, context.path(), limit), held.freshness());
    }

    /**
     * A figure that changed in a week.
     *
     * @param value a count, an index or share with 6 decimals, or a median in whole seconds
     * @param of from how many durations or items it was taken; null for counts and indices
     * @param reference what the weeks before show
     * @param p probability of a difference at least as large if nothing has changed
     * @param direction on which side of the weeks before it lies
     */
    record Change(
            IsoWeek week,
            ComparedFigure figure,
            BigDecimal value,
            @Nullable Long of,
            ReferenceWeeks reference,
            double p,
            Direction direction) {

        static Change of(IsoWeek week, Compared figure) {
            return new Change(
                    week,
                    figure.figure(),
                    figure.value(),
                    figure.of(),
                    figure.reference(),
                    figure.p(),
                    figure.direction());
        }
    }

    private static Problem.Found noPlace(String after) {
        return Parameters.noPlace("after", after);
    }
}
