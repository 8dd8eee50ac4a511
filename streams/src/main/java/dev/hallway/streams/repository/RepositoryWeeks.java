// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.repository;

import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.health.FeedbackLatencyWeek;
import dev.hallway.health.FlowWeek;
import dev.hallway.health.ResponsivenessCohort;
import dev.hallway.health.ResponsivenessWeek;
import dev.hallway.streams.read.Definitions;
import dev.hallway.streams.repository.RepositoryKey.OfRepository;
import dev.hallway.streams.repository.RepositoryKey.Week;
import dev.hallway.streams.repository.RepositoryKey.WeekSpectrum;
import dev.hallway.streams.state.Keys;
import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/** What was counted of all weeks of one repository, read at once, and the published rows made from it. */
final class RepositoryWeeks {

    private final String key;
    private final String name;
    private final RepositoryTables tables;
    private final RankedDurations durations;
    private final NavigableMap<IsoWeek, WeekTally> tallies;

    private RepositoryWeeks(
            String key, String name, RepositoryTables tables, NavigableMap<IsoWeek, WeekTally> tallies) {
        this.key = key;
        this.name = name;
        this.tables = tables;
        this.tallies = tallies;
        durations = new RankedDurations(tables.durations());
    }

    /**
     * Reads them.
     *
     * @param name name to show until the repository itself is known
     * @param key the same in lower case
     */
    static RepositoryWeeks read(RepositoryTables tables, String name, String key) {
        NavigableMap<IsoWeek, WeekTally> tallies = new TreeMap<>();
        try (KeyValueIterator<Week, WeekTally> weeks =
                tables.weeks().prefixScan(new OfRepository(key), Keys.SERIALIZER)) {
            while (weeks.hasNext()) {
                KeyValue<Week, WeekTally> next = weeks.next();
                tallies.put(next.key.week(), next.value);
            }
        }
        Description description = tables.descriptions().get(key);
        return new RepositoryWeeks(key, description == null ? name : description.name(), tables, tallies);
    }

    /** GitHub's own name of the repository. */
    String name() {
        return name;
    }

    /** The first week in which anything was counted. */
    @Nullable
    IsoWeek first() {
        return tallies.isEmpty() ? null : tallies.firstKey();
    }

    /** The last week in which anything was counted. */
    @Nullable
    IsoWeek last() {
        return tallies.isEmpty() ? null : tallies.lastKey();
    }

    /** What was counted in the weeks of a range. */
    Collection<WeekTally> tallies(WeekRange range) {
        return within(range).values();
    }

    /** The weeks of a range in which anything was counted. */
    List<IsoWeek> weeks(WeekRange range) {
        return List.copyOf(within(range).keySet());
    }

    Optional<FeedbackLatencyWeek> feedbackLatency(IsoWeek week) {
        WeekTally tally = tally(week);
        if (tally.get(Counter.MERGES_THAT_ANSWERED) == 0 && tally.get(Counter.ISSUES_CLOSED) == 0) {
            return Optional.empty();
        }
        return Optional.of(Figures.feedbackLatency(
                name,
                week,
                tally,
                durations.percentiles(key, week, Measure.FEEDBACK_LATENCY, tally.get(Counter.MERGES_THAT_ANSWERED))));
    }

    Optional<ContributorDiversityWeek> contributorDiversity(IsoWeek week) {
        WeekTally tally = tally(week);
        return tally.hasContribution()
                ? Optional.of(Figures.diversity(name, week, tally, spectrum(week)))
                : Optional.empty();
    }

    Optional<ResponsivenessWeek> responsiveness(IsoWeek week) {
        WeekTally tally = tally(week);
        if (tally.get(Counter.ISSUES_ASKED) == 0 && tally.get(Counter.PULL_REQUESTS_ASKED) == 0) {
            return Optional.empty();
        }
        return Optional.of(ResponsivenessWeek.newBuilder()
                .setRepository(name)
                .setWeek(week.toString())
                .setDefinitionVersion(Definitions.VERSION)
                .setIssues(cohort(
                        week,
                        tally,
                        Counter.ISSUES_ASKED,
                        Counter.ISSUES_ANSWERED,
                        Counter.ISSUES_ANSWERED_WITHIN_48_HOURS,
                        Measure.ISSUE_RESPONSE))
                .setPullRequests(cohort(
                        week,
                        tally,
                        Counter.PULL_REQUESTS_ASKED,
                        Counter.PULL_REQUESTS_ANSWERED,
                        Counter.PULL_REQUESTS_ANSWERED_WITHIN_48_HOURS,
                        Measure.PULL_REQUEST_RESPONSE))
                .build());
    }

    /** The weeks from the first to the last event of the repository itself. */
    FlowSpan flowSpan() {
        return new FlowSpan(
                firstWith(tallies, WeekTally::hasEvent), firstWith(tallies.descendingMap(), WeekTally::hasEvent));
    }

    /** The rows of flow in a range: one for each week from the first to the last event, quiet weeks included. */
    List<FlowWeek> flow(WeekRange range) {
        FlowSpan span = flowSpan();
        List<FlowWeek> rows = new ArrayList<>();
        if (span.first() == null || span.last() == null) {
            return rows;
        }
        IsoWeek end = span.last().compareTo(range.last()) < 0 ? span.last() : range.last();
        long openIssues = 0;
        long openPullRequests = 0;
        for (IsoWeek week = span.first(); week.compareTo(end) <= 0; week = week.next()) {
            WeekTally tally = tally(week);
            openIssues += tally.openIssues();
            openPullRequests += tally.openPullRequests();
            if (week.compareTo(range.first()) >= 0) {
                rows.add(Figures.flow(name, week, tally, openIssues, openPullRequests));
            }
        }
        return rows;
    }

    private ResponsivenessCohort cohort(
            IsoWeek week, WeekTally tally, Counter asked, Counter answered, Counter within48Hours, Measure measure) {
        return Figures.cohort(
                tally, asked, answered, within48Hours, durations.percentiles(key, week, measure, tally.get(answered)));
    }

    private WeekTally tally(IsoWeek week) {
        return tallies.getOrDefault(week, WeekTally.ZERO);
    }

    private NavigableMap<IsoWeek, WeekTally> within(WeekRange range) {
        return tallies.subMap(range.first(), true, range.last(), true);
    }

    private NavigableMap<Long, Long> spectrum(IsoWeek week) {
        NavigableMap<Long, Long> spectrum = new TreeMap<>();
        try (KeyValueIterator<WeekSpectrum, Long> counted =
                tables.spectra().prefixScan(new Week(key, week), Keys.SERIALIZER)) {
            while (counted.hasNext()) {
                KeyValue<WeekSpectrum, Long> next = counted.next();
                spectrum.put(next.key.contributions(), next.value);
            }
        }
        return spectrum;
    }

    private static @Nullable IsoWeek firstWith(Map<IsoWeek, WeekTally> weeks, Predicate<WeekTally> condition) {
        return weeks.entrySet().stream()
                .filter(week -> condition.test(week.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
