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
import dev.hallway.streams.read.ItemView;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.repository.RepositoryKey.Item;
import dev.hallway.streams.repository.RepositoryKey.OfRepository;
import dev.hallway.streams.repository.RepositoryKey.Person;
import dev.hallway.streams.repository.RepositoryKey.Week;
import dev.hallway.streams.repository.RepositoryKey.WeekContribution;
import dev.hallway.streams.repository.RepositoryKey.WeekPerson;
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
import java.util.function.Function;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/** Reads figures from the stores of the repository stage, for queries and for publishing alike. */
public final class StoreReader implements CommunityReader {

    private final RepositoryTables tables;
    private final Views views;

    private StoreReader(RepositoryTables tables) {
        this.tables = tables;
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
    public List<FeedbackLatencyWeek> feedbackLatency(String repository, WeekRange range) {
        RepositoryWeeks weeks = weeks(repository);
        return rows(weeks.weeks(range), weeks::feedbackLatency);
    }

    @Override
    public List<ContributorDiversityWeek> contributorDiversity(String repository, WeekRange range) {
        RepositoryWeeks weeks = weeks(repository);
        return rows(weeks.weeks(range), weeks::contributorDiversity);
    }

    @Override
    public List<ResponsivenessWeek> responsiveness(String repository, WeekRange range) {
        RepositoryWeeks weeks = weeks(repository);
        return rows(weeks.weeks(range), weeks::responsiveness);
    }

    @Override
    public List<FlowWeek> flow(String repository, WeekRange range) {
        return weeks(repository).flow(range);
    }

    @Override
    public ContributorDiversityWeek diversityOver(String repository, WeekRange range) {
        String key = key(repository);
        RepositoryWeeks weeks = weeks(repository);
        Map<Long, PersonTally> people = new HashMap<>();
        try (KeyValueIterator<WeekPerson, PersonTally> counted = tables.weekPeople()
                .range(
                        new WeekPerson(key, range.first(), Long.MIN_VALUE),
                        new WeekPerson(key, range.last(), Long.MAX_VALUE))) {
            while (counted.hasNext()) {
                KeyValue<WeekPerson, PersonTally> next = counted.next();
                people.merge(next.key.person(), next.value, PersonTally::plus);
            }
        }
        NavigableMap<Long, Long> spectrum = new TreeMap<>();
        people.values().forEach(person -> spectrum.merge(person.contributions(), 1L, Long::sum));
        WeekTally sum = weeks.tallies(range).stream().reduce(WeekTally.ZERO, WeekTally::plus);
        long community =
                people.values().stream().filter(PersonTally::isCommunity).count();
        WeekTally merged = sum.plus(Counter.CONTRIBUTORS, people.size() - sum.get(Counter.CONTRIBUTORS))
                .plus(Counter.COMMUNITY_CONTRIBUTORS, community - sum.get(Counter.COMMUNITY_CONTRIBUTORS));
        return Figures.diversity(weeks.name(), range.last(), merged, spectrum);
    }

    @Override
    public List<Contributor> contributors(String repository, IsoWeek week) {
        String key = key(repository);
        Map<Long, PersonTally> counted = new HashMap<>();
        try (KeyValueIterator<WeekPerson, PersonTally> people =
                tables.weekPeople().prefixScan(new Week(key, week), Keys.SERIALIZER)) {
            people.forEachRemaining(next -> counted.put(next.key.person(), next.value));
        }
        List<Contributor> contributors = new ArrayList<>();
        counted.forEach((id, tally) -> {
            PersonRecord person = tables.people().get(new Person(key, id));
            if (person != null) {
                contributors.add(new Contributor(
                        id,
                        person.login(),
                        tally.contributions(),
                        tally.asMaintainer(),
                        person.firstWeek(),
                        person.firstWeek().equals(week)));
            }
        });
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

    /** The weeks of a repository as they are now. */
    RepositoryWeeks weeks(String repository) {
        return RepositoryWeeks.read(tables, repository, key(repository));
    }

    private static <R> List<R> rows(List<IsoWeek> weeks, Function<IsoWeek, Optional<R>> row) {
        return weeks.stream().map(row).flatMap(Optional::stream).toList();
    }

    private RepositorySummary summary(Description description) {
        RepositoryWeeks weeks = weeks(description.name());
        return new RepositorySummary(
                description.name(),
                description.htmlUrl(),
                description.syncedAt(),
                description.historyComplete(),
                description.gaps(),
                description.inventory(),
                weeks.first(),
                weeks.last());
    }

    private static String key(String repository) {
        return repository.toLowerCase(Locale.ROOT);
    }
}
