// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.people.PeopleRegistry;
import dev.hallway.streams.explain.Explainer;
import dev.hallway.streams.explain.Explanation;
import dev.hallway.streams.explain.Explanation.Entry;
import dev.hallway.streams.explain.Explanation.EventName;
import dev.hallway.streams.explain.FigureValue;
import dev.hallway.streams.explain.Reason;
import dev.hallway.streams.explain.WeeklyFigure;
import dev.hallway.streams.people.People;
import dev.hallway.streams.read.BacklogWeek;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.PageSize;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.reference.Community;
import dev.hallway.streams.reference.CommunityGenerator;
import dev.hallway.streams.reference.Figures;
import dev.hallway.streams.reference.RegistryGenerator;
import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Laws of explanations: the entries of all pages make the published figure, however they are paged. */
class ExplanationLawsTest {

    private static final int NOTHING_FORGOTTEN = 10_000;
    private static final WeekRange ALWAYS = new WeekRange(IsoWeek.parse("2000-W01"), IsoWeek.parse("2100-W01"));
    private static final PageSize WHOLE = new PageSize(100_000, 100_000);
    private static final Set<Reason> OUTWEIGHING = EnumSet.of(
            Reason.MAINTAINER_BY_REGISTRY,
            Reason.MAINTAINER_BY_ASSOCIATION,
            Reason.MAINTAINER_BY_MERGE,
            Reason.FROM_HOME);
    private static final List<EventName> FIRST_KINDS = List.of(
            EventName.ISSUE_OPENED,
            EventName.PULL_REQUEST_OPENED,
            EventName.ISSUE_COMMENT,
            EventName.REVIEW_COMMENT,
            EventName.REVIEW);
    private static final Comparator<Entry> BY_TIME = Comparator.comparingLong(
                    (Entry entry) -> entry.time().getEpochSecond())
            .thenComparing(entry -> FIRST_KINDS.indexOf(entry.event()))
            .thenComparingLong(Entry::id);

    @Provide
    Arbitrary<Community> communities() {
        return CommunityGenerator.communities();
    }

    @Provide
    Arbitrary<PeopleRegistry> registries() {
        return RegistryGenerator.registries();
    }

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void shouldExplainEveryPublishedFigureByItsEntries(@ForAll("communities") Community community) {
        assertExplained(settled(community, People.unregistered()));
    }

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void shouldExplainEveryPublishedFigureUnderAPeopleRegistry(
            @ForAll("communities") Community community, @ForAll("registries") PeopleRegistry registry) {
        assertExplained(settled(community, People.of(registry)));
    }

    @Property(tries = 10, shrinking = ShrinkingMode.BOUNDED)
    void shouldTellTheSameOnPagesOfAnySize(
            @ForAll("communities") Community community, @ForAll("registries") PeopleRegistry registry) {
        // Given
        CommunityReader reader = settled(community, People.of(registry));
        for (RepositorySummary summary : reader.repositories()) {
            for (IsoWeek week : weeks(reader, summary)) {
                for (WeeklyFigure figure : WeeklyFigure.values()) {
                    // When
                    Explanation whole = all(reader, summary, week, figure, WHOLE);
                    Explanation byEntry = all(reader, summary, week, figure, new PageSize(1, 1_000));
                    Explanation byRow = all(reader, summary, week, figure, new PageSize(1_000, 1));

                    // Then
                    for (Explanation paged : List.of(byEntry, byRow)) {
                        assertThat(paged.counted()).as(figure.toString()).isEqualTo(whole.counted());
                        assertThat(paged.leftOut()).as(figure.toString()).isEqualTo(whole.leftOut());
                        assertThat(paged.value()).as(figure.toString()).isEqualTo(whole.value());
                    }
                }
            }
        }
    }

    private static CommunityReader settled(Community community, People people) {
        CrashingTask task = new CrashingTask(community.snapshots(), NOTHING_FORGOTTEN);
        task.replaceBy(people);
        task.finish();
        return task.reader();
    }

    private static void assertExplained(CommunityReader reader) {
        for (RepositorySummary summary : reader.repositories()) {
            for (IsoWeek week : weeks(reader, summary)) {
                for (WeeklyFigure figure : WeeklyFigure.values()) {
                    // When
                    Explanation explanation = all(reader, summary, week, figure, WHOLE);

                    // Then
                    assertExplained(figure, explanation, summary.repository() + " " + week + " " + figure);
                }
                assertBacklogExplained(reader, summary, week);
            }
        }
    }

    private static void assertExplained(WeeklyFigure figure, Explanation explanation, String what) {
        String value = explanation.value() instanceof FigureValue.Known known
                ? known.value().toString()
                : "";
        if (figure.isWhole() || figure.toString().contains("_age_")) {
            assertThat(value).as(what).isEmpty();
        } else if (value.isEmpty() && figure != WeeklyFigure.ELEPHANT_FACTOR) {
            assertThat(explanation.counted()).as(what).isEmpty();
        } else {
            assertThat(made(figure, explanation)).as(what).isEqualTo(value);
        }
    }

    /** What the entries of all pages make. */
    private static String made(WeeklyFigure figure, Explanation explanation) {
        List<Entry> counted = explanation.counted();
        return switch (figure.basis()) {
            case COUNT -> Integer.toString(counted.size());
            case PEOPLE -> Integer.toString(people(counted).size());
            case PEOPLE_WITHOUT_LEFT_OUT -> {
                Set<Long> people = people(counted);
                people.removeAll(people(explanation.leftOut().stream()
                        .filter(entry -> OUTWEIGHING.contains(entry.reason()))
                        .toList()));
                yield Integer.toString(people.size());
            }
            case PEOPLE_BY_FIRST -> Long.toString(peopleByFirst(explanation));
            case MERGERS -> Integer.toString(mergers(counted).size());
            case ORGANISATIONS -> Integer.toString(organisations(counted).size());
            case EVENNESS_OF_PEOPLE ->
                index(figure, tally(counted, entry -> entry.by().person()).values());
            case EVENNESS_OF_MERGERS -> index(figure, mergers(counted).values());
            case EVENNESS_OF_ORGANISATIONS ->
                index(figure, organisations(counted).values());
            case LARGEST_ORGANISATIONS ->
                largest(figure, organisations(counted), counted.size() + leftOut(explanation, Reason.UNAFFILIATED));
            case SHARE -> Figures.ratio(counted.size(), counted.size() + leftOut(explanation, Reason.FROM_HOME));
            case DURATIONS ->
                duration(
                        figure,
                        counted.stream()
                                .map(entry -> Objects.requireNonNull(entry.seconds()))
                                .toList());
            case SEVERAL -> throw new AssertionError("A metric as a whole has no value.");
        };
    }

    private static String index(WeeklyFigure figure, Collection<Long> tally) {
        List<Long> counts = List.copyOf(tally);
        return switch (figure) {
            case SHANNON -> Figures.sixDecimals(Figures.shannon(counts));
            case EFFECTIVE_CONTRIBUTORS, EFFECTIVE_ORGANISATIONS ->
                Figures.sixDecimals(Math.exp(Figures.shannon(counts)));
            case SIMPSON_EFFECTIVE -> Figures.simpsonEffective(counts);
            case ABSENCE_FACTOR, MERGER_ABSENCE_FACTOR -> Integer.toString(Figures.absenceFactor(counts));
            case TOP_SHARE, TOP_MERGER_SHARE -> Figures.topShare(counts);
            default -> throw new AssertionError(figure + " is no index.");
        };
    }

    private static String largest(WeeklyFigure figure, Map<String, Long> organisations, long total) {
        List<Map.Entry<String, Long>> falling = organisations.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .toList();
        return switch (figure) {
            case TOP_ORGANISATION -> falling.get(0).getKey();
            case TOP_ORGANISATION_SHARE -> Figures.ratio(falling.get(0).getValue(), total);
            case ELEPHANT_FACTOR -> {
                long reached = 0;
                int taken = 0;
                while (2 * reached < total && taken < falling.size()) {
                    reached += falling.get(taken++).getValue();
                }
                yield taken == 0 || 2 * reached < total ? "" : Integer.toString(taken);
            }
            default -> throw new AssertionError(figure + " is not about the largest organisations.");
        };
    }

    private static String duration(WeeklyFigure figure, List<Long> seconds) {
        if (figure == WeeklyFigure.FEEDBACK_MEAN_SECONDS) {
            return Figures.mean(seconds);
        }
        return Figures.percentile(seconds, figure.toString().contains("p50") ? 50 : 90);
    }

    private static Set<Long> people(List<Entry> entries) {
        return entries.stream().map(entry -> entry.by().person()).collect(Collectors.toCollection(HashSet::new));
    }

    private static long peopleByFirst(Explanation explanation) {
        Map<Long, Entry> first = new HashMap<>();
        Stream.concat(explanation.counted().stream(), explanation.leftOut().stream())
                .filter(entry -> entry.reason() == null || entry.reason() == Reason.ANOTHER_KIND)
                .forEach(entry -> first.merge(
                        entry.by().person(), entry, (one, other) -> BY_TIME.compare(one, other) <= 0 ? one : other));
        return first.values().stream().filter(entry -> entry.reason() == null).count();
    }

    private static Map<Long, Long> mergers(List<Entry> counted) {
        return tally(counted, entry -> Objects.requireNonNull(entry.mergedBy()).person());
    }

    private static Map<String, Long> organisations(List<Entry> counted) {
        return tally(counted, entry -> Objects.requireNonNull(entry.by().organisation()));
    }

    private static <K> Map<K, Long> tally(List<Entry> entries, Function<Entry, K> by) {
        return entries.stream().collect(Collectors.groupingBy(by, Collectors.counting()));
    }

    private static long leftOut(Explanation explanation, Reason reason) {
        return explanation.leftOut().stream()
                .filter(entry -> entry.reason() == reason)
                .count();
    }

    private static void assertBacklogExplained(CommunityReader reader, RepositorySummary summary, IsoWeek week) {
        for (BacklogWeek backlog : reader.backlog(summary.repository(), new WeekRange(week, week))) {
            assertOpen(
                    backlog.issues(),
                    all(reader, summary, week, WeeklyFigure.ISSUE_AGE_P50_SECONDS, WHOLE)
                            .counted());
            assertOpen(
                    backlog.pullRequests(),
                    all(reader, summary, week, WeeklyFigure.PULL_REQUEST_AGE_P90_SECONDS, WHOLE)
                            .counted());
        }
    }

    private static void assertOpen(BacklogWeek.Open open, List<Entry> counted) {
        List<Long> ages = counted.stream()
                .map(entry -> Objects.requireNonNull(entry.seconds()))
                .toList();
        assertThat(ages).hasSize((int) open.count());
        assertThat(Figures.percentile(ages, 50)).isEqualTo(Objects.toString(open.ageP50Seconds(), ""));
        assertThat(Figures.percentile(ages, 90)).isEqualTo(Objects.toString(open.ageP90Seconds(), ""));
    }

    /** Every week with a row, and one before and after. */
    private static Set<IsoWeek> weeks(CommunityReader reader, RepositorySummary summary) {
        Set<IsoWeek> weeks = new TreeSet<>();
        reader.flow(summary.repository(), ALWAYS).forEach(row -> weeks.add(IsoWeek.parse(row.getWeek())));
        reader.feedbackLatency(summary.repository(), ALWAYS).forEach(row -> weeks.add(IsoWeek.parse(row.getWeek())));
        if (!weeks.isEmpty()) {
            weeks.add(((TreeSet<IsoWeek>) weeks).last().next());
        }
        return weeks;
    }

    /** All pages as one. */
    private static Explanation all(
            CommunityReader reader, RepositorySummary summary, IsoWeek week, WeeklyFigure figure, PageSize size) {
        Explainer explainer = new Explainer(reader, summary, week);
        List<Entry> counted = new ArrayList<>();
        List<Entry> leftOut = new ArrayList<>();
        Explanation page = explainer.page(figure, null, size).orElseThrow();
        while (true) {
            assertThat(page.counted().size() + page.leftOut().size()).isLessThanOrEqualTo(size.entries());
            assertThat(page.scanned()).isLessThanOrEqualTo(size.rows());
            counted.addAll(page.counted());
            leftOut.addAll(page.leftOut());
            if (page.next() == null) {
                return new Explanation(page.value(), counted, leftOut, 0, null);
            }
            page = explainer.page(figure, page.next(), size).orElseThrow();
        }
    }
}
