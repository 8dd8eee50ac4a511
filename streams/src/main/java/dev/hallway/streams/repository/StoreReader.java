// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.repository;

import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.health.FeedbackLatencyWeek;
import dev.hallway.health.FlowWeek;
import dev.hallway.health.ResponsivenessWeek;
import dev.hallway.health.Story;
import dev.hallway.streams.fact.Contribution;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.Contributor;
import dev.hallway.streams.read.CountedContribution;
import dev.hallway.streams.read.Definitions;
import dev.hallway.streams.read.ItemView;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.repository.RepositoryKey.Item;
import dev.hallway.streams.repository.RepositoryKey.OfRepository;
import dev.hallway.streams.repository.RepositoryKey.Person;
import dev.hallway.streams.repository.RepositoryKey.Week;
import dev.hallway.streams.repository.RepositoryKey.WeekContribution;
import dev.hallway.streams.repository.RepositoryKey.WeekPerson;
import dev.hallway.streams.repository.RepositoryKey.WeekSpectrum;
import dev.hallway.streams.state.Keys;
import dev.hallway.streams.state.StoreSource;
import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/** Reads figures from the stores of the repository stage, for queries and for publishing alike. */
public final class StoreReader implements CommunityReader {

    private final RepositoryTables tables;
    private final RankedDurations durations;
    private final Views views;

    private StoreReader(RepositoryTables tables) {
        this.tables = tables;
        durations = new RankedDurations(tables.durations());
        views = new Views(tables.people());
    }

    /** Reads from the given stores; a query meets Kafka's InvalidStateStoreException while they are being moved. */
    public static StoreReader over(StoreSource stores) {
        return new StoreReader(RepositoryTables.of(stores));
    }

    /** Number of weeks whose figures have changed and are still to be published. */
    public static long unpublished(StoreSource stores) {
        long weeks = 0;
        try (KeyValueIterator<Week, Unpublished> left =
                stores.open(RepositoryStores.UNPUBLISHED).all()) {
            while (left.hasNext()) {
                left.next();
                weeks++;
            }
        }
        return weeks;
    }

    @Override
    public Optional<RepositorySummary> repository(String repository) {
        Description description = tables.descriptions().get(key(repository));
        return Optional.ofNullable(description).map(this::summary);
    }

    @Override
    public List<RepositorySummary> repositories() {
        List<RepositorySummary> all = new ArrayList<>();
        try (KeyValueIterator<String, Description> descriptions =
                tables.descriptions().all()) {
            while (descriptions.hasNext()) {
                all.add(summary(descriptions.next().value));
            }
        }
        all.sort(Comparator.comparing(summary -> key(summary.repository())));
        return all;
    }

    @Override
    public List<FeedbackLatencyWeek> feedbackLatency(String repository, WeekRange weeks) {
        String key = key(repository);
        String name = name(repository);
        List<FeedbackLatencyWeek> rows = new ArrayList<>();
        tallies(key, weeks).forEach((week, tally) -> {
            if (tally.get(Counter.MERGES_THAT_ANSWERED) > 0 || tally.get(Counter.ISSUES_CLOSED) > 0) {
                rows.add(Figures.feedbackLatency(
                        name,
                        week,
                        tally,
                        percent -> durations.percentile(
                                key,
                                week,
                                Measure.FEEDBACK_LATENCY,
                                tally.get(Counter.MERGES_THAT_ANSWERED),
                                percent)));
            }
        });
        return rows;
    }

    @Override
    public List<ContributorDiversityWeek> contributorDiversity(String repository, WeekRange weeks) {
        String key = key(repository);
        String name = name(repository);
        List<ContributorDiversityWeek> rows = new ArrayList<>();
        tallies(key, weeks).forEach((week, tally) -> {
            if (tally.hasContribution()) {
                rows.add(Figures.diversity(name, week, tally, spectrum(key, week)));
            }
        });
        return rows;
    }

    @Override
    public List<ResponsivenessWeek> responsiveness(String repository, WeekRange weeks) {
        String key = key(repository);
        String name = name(repository);
        List<ResponsivenessWeek> rows = new ArrayList<>();
        tallies(key, weeks).forEach((week, tally) -> {
            if (tally.get(Counter.ISSUES_ASKED) > 0 || tally.get(Counter.PULL_REQUESTS_ASKED) > 0) {
                rows.add(ResponsivenessWeek.newBuilder()
                        .setRepository(name)
                        .setWeek(week.toString())
                        .setDefinitionVersion(Definitions.VERSION)
                        .setIssues(Figures.cohort(
                                tally,
                                Counter.ISSUES_ASKED,
                                Counter.ISSUES_ANSWERED,
                                Counter.ISSUES_ANSWERED_WITHIN_48_HOURS,
                                percent -> durations.percentile(
                                        key,
                                        week,
                                        Measure.ISSUE_RESPONSE,
                                        tally.get(Counter.ISSUES_ANSWERED),
                                        percent)))
                        .setPullRequests(Figures.cohort(
                                tally,
                                Counter.PULL_REQUESTS_ASKED,
                                Counter.PULL_REQUESTS_ANSWERED,
                                Counter.PULL_REQUESTS_ANSWERED_WITHIN_48_HOURS,
                                percent -> durations.percentile(
                                        key,
                                        week,
                                        Measure.PULL_REQUEST_RESPONSE,
                                        tally.get(Counter.PULL_REQUESTS_ANSWERED),
                                        percent)))
                        .build());
            }
        });
        return rows;
    }

    @Override
    public List<FlowWeek> flow(String repository, WeekRange weeks) {
        String key = key(repository);
        FlowSpan span = flowSpan(key);
        IsoWeek first = span.first();
        IsoWeek last = span.last();
        List<FlowWeek> rows = new ArrayList<>();
        if (first == null || last == null) {
            return rows;
        }
        String name = name(repository);
        IsoWeek end = last.compareTo(weeks.last()) < 0 ? last : weeks.last();
        if (end.compareTo(first) < 0) {
            return rows;
        }
        NavigableMap<IsoWeek, WeekTally> tallies = tallies(key, new WeekRange(first, end));
        long openIssues = 0;
        long openPullRequests = 0;
        for (IsoWeek week = first; week.compareTo(end) <= 0; week = week.next()) {
            WeekTally tally = tallies.getOrDefault(week, WeekTally.ZERO);
            openIssues += tally.openIssues();
            openPullRequests += tally.openPullRequests();
            if (week.compareTo(weeks.first()) >= 0) {
                rows.add(Figures.flow(name, week, tally, openIssues, openPullRequests));
            }
        }
        return rows;
    }

    @Override
    public ContributorDiversityWeek diversityOver(String repository, WeekRange weeks) {
        String key = key(repository);
        Map<Long, PersonTally> people = new HashMap<>();
        try (KeyValueIterator<WeekPerson, PersonTally> counted = tables.weekPeople()
                .range(
                        new WeekPerson(key, weeks.first(), Long.MIN_VALUE),
                        new WeekPerson(key, weeks.last(), Long.MAX_VALUE))) {
            while (counted.hasNext()) {
                KeyValue<WeekPerson, PersonTally> next = counted.next();
                people.merge(next.key.person(), next.value, PersonTally::plus);
            }
        }
        NavigableMap<Long, Long> spectrum = new TreeMap<>();
        people.values().forEach(person -> spectrum.merge(person.contributions(), 1L, Long::sum));
        WeekTally sum = tallies(key, weeks).values().stream().reduce(WeekTally.ZERO, WeekTally::plus);
        long community =
                people.values().stream().filter(PersonTally::isCommunity).count();
        WeekTally merged = sum.plus(Counter.CONTRIBUTORS, people.size() - sum.get(Counter.CONTRIBUTORS))
                .plus(Counter.COMMUNITY_CONTRIBUTORS, community - sum.get(Counter.COMMUNITY_CONTRIBUTORS));
        return Figures.diversity(name(repository), weeks.last(), merged, spectrum);
    }

    @Override
    public List<Contributor> contributors(String repository, IsoWeek week) {
        String key = key(repository);
        List<Contributor> contributors = new ArrayList<>();
        try (KeyValueIterator<WeekPerson, PersonTally> people =
                tables.weekPeople().prefixScan(new Week(key, week), Keys.SERIALIZER)) {
            while (people.hasNext()) {
                KeyValue<WeekPerson, PersonTally> next = people.next();
                PersonRecord person = tables.people().get(new Person(key, next.key.person()));
                if (person != null) {
                    contributors.add(new Contributor(
                            next.key.person(),
                            person.login(),
                            next.value.contributions(),
                            next.value.asMaintainer(),
                            person.firstWeek(),
                            person.firstWeek().equals(week)));
                }
            }
        }
        contributors.sort(Comparator.comparing(Contributor::contributions)
                .reversed()
                .thenComparing(contributor -> contributor.login().toLowerCase(Locale.ROOT)));
        return contributors;
    }

    @Override
    public List<CountedContribution> contributions(String repository, IsoWeek week) {
        List<CountedContribution> contributions = new ArrayList<>();
        try (KeyValueIterator<WeekContribution, Contribution> counted =
                tables.contributions().prefixScan(new Week(key(repository), week), Keys.SERIALIZER)) {
            while (counted.hasNext()) {
                KeyValue<WeekContribution, Contribution> next = counted.next();
                contributions.add(Views.contribution(next.key, next.value));
            }
        }
        contributions.sort(Comparator.comparing(CountedContribution::time)
                .thenComparing(CountedContribution::kind)
                .thenComparing(CountedContribution::id));
        return contributions;
    }

    @Override
    public void forEachItem(String repository, Consumer<ItemView> consumer) {
        try (KeyValueIterator<Item, ItemRecord> items =
                tables.items().prefixScan(new OfRepository(key(repository)), Keys.SERIALIZER)) {
            while (items.hasNext()) {
                KeyValue<Item, ItemRecord> next = items.next();
                views.item(next.key, next.value).ifPresent(consumer);
            }
        }
    }

    @Override
    public Optional<ItemView> item(String repository, long number) {
        Item key = new Item(key(repository), number);
        ItemRecord item = tables.items().get(key);
        return item == null ? Optional.empty() : views.item(key, item);
    }

    @Override
    public Optional<Story> story(String repository, long number) {
        return Optional.ofNullable(tables.stories().get(new Item(key(repository), number)));
    }

    @Override
    public void forEachStory(String repository, Consumer<Story> consumer) {
        try (KeyValueIterator<Item, Story> stories =
                tables.stories().prefixScan(new OfRepository(key(repository)), Keys.SERIALIZER)) {
            while (stories.hasNext()) {
                consumer.accept(stories.next().value);
            }
        }
    }

    /** The weeks from the first to the last event of the repository itself. */
    FlowSpan flowSpan(String key) {
        return new FlowSpan(firstWeek(key, WeekTally::hasEvent), lastWeek(key, WeekTally::hasEvent));
    }

    private @Nullable IsoWeek firstWeek(String key, Predicate<WeekTally> condition) {
        try (KeyValueIterator<Week, WeekTally> weeks =
                tables.weeks().prefixScan(new OfRepository(key), Keys.SERIALIZER)) {
            return first(weeks, condition);
        }
    }

    private @Nullable IsoWeek lastWeek(String key, Predicate<WeekTally> condition) {
        try (KeyValueIterator<Week, WeekTally> weeks = tables.weeks()
                .reverseRange(
                        new Week(key, new IsoWeek(Integer.MIN_VALUE)), new Week(key, new IsoWeek(Integer.MAX_VALUE)))) {
            return first(weeks, condition);
        }
    }

    private static @Nullable IsoWeek first(KeyValueIterator<Week, WeekTally> weeks, Predicate<WeekTally> condition) {
        while (weeks.hasNext()) {
            KeyValue<Week, WeekTally> next = weeks.next();
            if (condition.test(next.value)) {
                return next.key.week();
            }
        }
        return null;
    }

    private RepositorySummary summary(Description description) {
        String key = key(description.name());
        return new RepositorySummary(
                description.name(),
                description.htmlUrl(),
                description.syncedAt(),
                description.historyComplete(),
                description.gaps(),
                firstWeek(key, tally -> true),
                lastWeek(key, tally -> true));
    }

    private NavigableMap<IsoWeek, WeekTally> tallies(String key, WeekRange range) {
        NavigableMap<IsoWeek, WeekTally> tallies = new TreeMap<>();
        try (KeyValueIterator<Week, WeekTally> weeks =
                tables.weeks().range(new Week(key, range.first()), new Week(key, range.last()))) {
            while (weeks.hasNext()) {
                KeyValue<Week, WeekTally> next = weeks.next();
                tallies.put(next.key.week(), next.value);
            }
        }
        return tallies;
    }

    private NavigableMap<Long, Long> spectrum(String key, IsoWeek week) {
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

    private String name(String repository) {
        Description description = tables.descriptions().get(key(repository));
        return description == null ? repository : description.name();
    }

    private static String key(String repository) {
        return repository.toLowerCase(Locale.ROOT);
    }
}
