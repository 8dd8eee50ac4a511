// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.comparison;

import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.streams.comparison.Comparison.Difference;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.Definitions;
import dev.hallway.streams.read.ItemView;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares every week of a repository with up to 12 weeks before it, as the metric definitions say (change that is real).
 *
 * <p>Which figures changed is decided for all figures of a week together, after Benjamini and Hochberg, so that of those
 * that count as changed no more than one in ten is expected to be chance.
 */
public final class Comparisons {

    private static final int MOST_WEEKS_BEFORE = 12;
    private static final double FALSE_DISCOVERY_RATE = 0.1;

    private Comparisons() {}

    /** All weeks from the first to the last contribution that had ended when the repository was last read to its end. */
    public static List<Comparison> of(CommunityReader reader, RepositorySummary summary) {
        Instant syncedAt = summary.syncedAt();
        IsoWeek first = summary.firstWeek();
        IsoWeek last = summary.lastWeek();
        if (syncedAt == null || first == null || last == null) {
            return List.of();
        }
        List<ContributorDiversityWeek> contributed =
                reader.contributorDiversity(summary.repository(), new WeekRange(first, last));
        if (contributed.isEmpty()) {
            return List.of();
        }
        WeekRange history = new WeekRange(
                IsoWeek.parse(contributed.get(0).getWeek()),
                IsoWeek.parse(contributed.get(contributed.size() - 1).getWeek()));
        List<Map<ComparedFigure, Observation>> weeks =
                observe(reader, summary.repository(), contributed, history, syncedAt);
        List<Comparison> comparisons = new ArrayList<>();
        for (int place = Observation.LEAST; place < weeks.size(); place++) {
            IsoWeek week = history.first().plus(place);
            if (!week.end().isAfter(syncedAt)) {
                comparisons.addAll(compare(week, weeks, place));
            }
        }
        return comparisons;
    }

    private static List<Comparison> compare(IsoWeek week, List<Map<ComparedFigure, Observation>> weeks, int place) {
        List<Map<ComparedFigure, Observation>> before = weeks.subList(Math.max(0, place - MOST_WEEKS_BEFORE), place);
        Map<ComparedFigure, Difference> differences = new EnumMap<>(ComparedFigure.class);
        weeks.get(place).forEach((figure, observation) -> observation
                .against(before.stream()
                        .flatMap(earlier -> Optional.ofNullable(earlier.get(figure)).stream())
                        .toList())
                .ifPresent(difference -> differences.put(figure, difference)));
        double threshold = threshold(differences.values().stream()
                .mapToDouble(Difference::p)
                .sorted()
                .toArray());
        List<Comparison> comparisons = new ArrayList<>();
        differences.forEach((figure, difference) ->
                comparisons.add(new Comparison(week, figure, difference, difference.p() <= threshold)));
        return comparisons;
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

    private static List<Map<ComparedFigure, Observation>> observe(
            CommunityReader reader,
            String repository,
            List<ContributorDiversityWeek> contributed,
            WeekRange history,
            Instant syncedAt) {
        WeekObservations[] weeks =
                new WeekObservations[history.last().ordinal() - history.first().ordinal() + 1];
        Arrays.setAll(weeks, week -> new WeekObservations());
        contributed.forEach(row -> weeks[place(history, IsoWeek.parse(row.getWeek()))].set(row));
        reader.organisations(repository, history)
                .forEach(row -> weeks[place(history, IsoWeek.parse(row.getWeek()))].set(row));
        reader.flow(repository, history).forEach(row -> weeks[place(history, IsoWeek.parse(row.getWeek()))].set(row));
        reader.feedbackLatency(repository, history)
                .forEach(
                        row -> weeks[place(history, IsoWeek.parse(row.getWeek()))].setFeedbackAnswered(row.getCount()));
        reader.forEachItem(repository, item -> observe(weeks, history, item, syncedAt));
        return Arrays.stream(weeks).map(WeekObservations::all).toList();
    }

    private static void observe(WeekObservations[] weeks, WeekRange history, ItemView item, Instant syncedAt) {
        ItemView.Answer answer = item.answer();
        if (answer != null && history.contains(IsoWeek.of(answer.mergedAt()))) {
            weeks[place(history, IsoWeek.of(answer.mergedAt()))].addLatency(answer.seconds());
        }
        IsoWeek opened = IsoWeek.of(item.openedAt());
        boolean longEnoughAgo =
                !item.openedAt().plusSeconds(Definitions.IN_TIME_SECONDS).isAfter(syncedAt);
        if (!item.authorIsBot() && longEnoughAgo && history.contains(opened)) {
            ItemView.Response first = item.firstResponse();
            weeks[place(history, opened)].addOpened(
                    item.kind() == ItemView.Kind.ISSUE,
                    first != null && first.seconds() <= Definitions.IN_TIME_SECONDS);
        }
    }

    private static int place(WeekRange history, IsoWeek week) {
        return week.ordinal() - history.first().ordinal();
    }
}
