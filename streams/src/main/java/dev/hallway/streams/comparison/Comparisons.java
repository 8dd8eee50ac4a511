// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.comparison;

import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.streams.comparison.FigureComparison.Absent;
import dev.hallway.streams.comparison.FigureComparison.Compared;
import dev.hallway.streams.comparison.FigureComparison.NotCompared;
import dev.hallway.streams.comparison.Observation.Difference;
import dev.hallway.streams.comparison.Observation.NoValue;
import dev.hallway.streams.comparison.Observation.TooFew;
import dev.hallway.streams.comparison.Observation.Value;
import dev.hallway.streams.comparison.WeekComparison.NotOver;
import dev.hallway.streams.comparison.WeekComparison.Nothing;
import dev.hallway.streams.comparison.WeekComparison.TooEarly;
import dev.hallway.streams.comparison.WeekComparison.WeeksBefore;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.Definitions;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Compares weeks of a repository with up to 12 weeks before each, as the metric definitions say (change that is real).
 *
 * <p>Which figures changed is decided for all figures of a week together, after Benjamini and Hochberg, so that of those
 * that count as changed no more than one in ten is expected to be chance.
 */
public final class Comparisons {

    private static final double FALSE_DISCOVERY_RATE = 0.1;

    private final CommunityReader reader;
    private final RepositorySummary summary;

    private Comparisons(CommunityReader reader, RepositorySummary summary) {
        this.reader = reader;
        this.summary = summary;
    }

    /**
     * All weeks with enough weeks before them, from the first to the last contribution, that had ended when the repository
     * was last read to its end.
     */
    public static List<WeekComparison> ofAllWeeks(CommunityReader reader, RepositorySummary summary) {
        return new Comparisons(reader, summary).allWeeks();
    }

    /**
     * The weeks of a range with enough weeks before them that had ended when the repository was last read to its end: they
     * and the weeks that they are compared with are read, and no others.
     */
    public static List<WeekComparison> ofWeeks(CommunityReader reader, RepositorySummary summary, WeekRange range) {
        return new Comparisons(reader, summary).weeks(range);
    }

    /** One week, whichever: the weeks that it is compared with are read, and no others. */
    public static WeekComparison ofWeek(CommunityReader reader, RepositorySummary summary, IsoWeek week) {
        return new Comparisons(reader, summary).oneWeek(week);
    }

    private List<WeekComparison> allWeeks() {
        IsoWeek first = summary.firstWeek();
        IsoWeek last = summary.lastWeek();
        List<ContributorDiversityWeek> contributed =
                first == null || last == null ? List.of() : contributed(new WeekRange(first, last));
        if (contributed.isEmpty()) {
            return List.of();
        }
        IsoWeek beginning = IsoWeek.parse(contributed.get(0).getWeek());
        IsoWeek end = IsoWeek.parse(contributed.get(contributed.size() - 1).getWeek());
        return weeks(beginning, new WeekRange(beginning, end));
    }

    private List<WeekComparison> weeks(WeekRange range) {
        return beginning(range.last()).map(beginning -> weeks(beginning, range)).orElse(List.of());
    }

    private List<WeekComparison> weeks(IsoWeek beginning, WeekRange range) {
        Instant syncedAt = summary.syncedAt();
        IsoWeek first = later(beginning.plus(Observation.LEAST), range.first());
        IsoWeek last =
                syncedAt == null ? beginning : earlier(IsoWeek.of(syncedAt).previous(), range.last());
        List<WeekComparison> weeks = new ArrayList<>();
        if (first.compareTo(last) <= 0) {
            Observations observations = observe(new WeekRange(first.plus(-weeksBefore(first, beginning)), last));
            for (IsoWeek week = first; week.compareTo(last) <= 0; week = week.next()) {
                weeks.add(compare(week, weeksBefore(week, beginning), observations));
            }
        }
        return weeks;
    }

    private static IsoWeek later(IsoWeek one, IsoWeek other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static IsoWeek earlier(IsoWeek one, IsoWeek other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private WeekComparison oneWeek(IsoWeek week) {
        Optional<IsoWeek> beginning = beginning(week);
        int before = beginning.map(first -> weeksBefore(week, first)).orElse(0);
        if (isOver(week) && before >= Observation.LEAST) {
            return compare(week, before, observe(new WeekRange(week.plus(-before), week)));
        }
        Nothing basis = isOver(week) ? new TooEarly(before) : new NotOver(summary.syncedAt());
        Observations observations = observe(new WeekRange(week, week));
        Optional<String> unknown =
                observations.anythingIn(week) ? Optional.empty() : whyUnknown(week, beginning.isPresent());
        return new WeekComparison(
                week, basis, figures(observations.in(week), (figure, observation) -> unknown.<FigureComparison>map(
                                reason -> new Absent(figure, reason))
                        .orElseGet(() -> alone(figure, observation, basis.reason()))));
    }

    /** The week of the first contribution by anybody; empty if it is not known to lie before the end of the given one. */
    private Optional<IsoWeek> beginning(IsoWeek week) {
        IsoWeek first = summary.firstWeek();
        if (first == null || first.compareTo(week) > 0) {
            return Optional.empty();
        }
        // What happens first is a contribution, as a rule: only where it is none, more than its week is read.
        List<ContributorDiversityWeek> contributed = contributed(new WeekRange(first, first));
        if (contributed.isEmpty()) {
            contributed = contributed(new WeekRange(first, week));
        }
        return contributed.stream().findFirst().map(row -> IsoWeek.parse(row.getWeek()));
    }

    /** Nothing happened in the week, as far as is known: why that may not be so. */
    private Optional<String> whyUnknown(IsoWeek week, boolean begun) {
        Instant syncedAt = summary.syncedAt();
        if (syncedAt == null || !syncedAt.isAfter(week.start())) {
            return Optional.of("the data do not reach into the week");
        }
        return begun || summary.historyComplete() ? Optional.empty() : Optional.of("the history is not complete");
    }

    private static int weeksBefore(IsoWeek week, IsoWeek beginning) {
        return Math.min(Definitions.WEEKS_COMPARED, week.ordinal() - beginning.ordinal());
    }

    private boolean isOver(IsoWeek week) {
        Instant syncedAt = summary.syncedAt();
        return syncedAt != null && !week.end().isAfter(syncedAt);
    }

    private List<ContributorDiversityWeek> contributed(WeekRange range) {
        return reader.contributorDiversity(summary.repository(), range);
    }

    private Observations observe(WeekRange range) {
        return Observations.of(reader, summary.repository(), summary.syncedAt(), range);
    }

    private static WeekComparison compare(IsoWeek week, int count, Observations observations) {
        WeeksBefore basis = WeeksBefore.of(week, count);
        List<Map<ComparedFigure, Observation>> before = new ArrayList<>();
        for (IsoWeek earlier = basis.before().first(); earlier.compareTo(week) < 0; earlier = earlier.next()) {
            before.add(observations.in(earlier));
        }
        List<FigureComparison> figures = figures(
                observations.in(week),
                (figure, observation) -> compare(
                        figure,
                        observation,
                        before.stream()
                                .flatMap(earlier -> Optional.ofNullable(earlier.get(figure)).stream())
                                .toList()));
        return new WeekComparison(week, basis, withChanges(figures));
    }

    private static List<FigureComparison> figures(
            Map<ComparedFigure, Observation> week,
            BiFunction<ComparedFigure, Observation, FigureComparison> comparison) {
        return week.entrySet().stream()
                .map(entry -> comparison.apply(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static FigureComparison compare(ComparedFigure figure, Observation observation, List<Observation> before) {
        Observation.Outcome outcome = observation.against(before);
        return outcome instanceof Difference difference
                ? new Compared(
                        figure,
                        difference.week().value(),
                        difference.week().of(),
                        difference.reference(),
                        difference.p(),
                        difference.direction(),
                        false)
                : alone(figure, observation, ((TooFew) outcome).reason());
    }

    private static FigureComparison alone(ComparedFigure figure, Observation observation, String reason) {
        Observation.Shown shown = observation.shown();
        return shown instanceof Value known
                ? new NotCompared(figure, known.value(), known.of(), reason)
                : new Absent(figure, ((NoValue) shown).reason());
    }

    private static List<FigureComparison> withChanges(List<FigureComparison> figures) {
        double threshold = threshold(figures.stream()
                .filter(Compared.class::isInstance)
                .mapToDouble(figure -> ((Compared) figure).p())
                .sorted()
                .toArray());
        return figures.stream()
                .map(figure -> figure instanceof Compared compared && compared.p() <= threshold
                        ? compared.asChanged()
                        : figure)
                .toList();
    }

    /** The largest probability that still counts as changed; negative if none does. */
    private static double threshold(double[] sorted) {
        for (int i = sorted.length; i > 0; i--) {
            if (sorted[i - 1] <= FALSE_DISCOVERY_RATE * i / sorted.length) {
                return sorted[i - 1];
            }
        }
        return -1;
    }
}
