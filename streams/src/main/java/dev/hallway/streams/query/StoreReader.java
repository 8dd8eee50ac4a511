// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.query;

import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.health.FeedbackLatencyWeek;
import dev.hallway.health.FlowWeek;
import dev.hallway.health.MergingWeek;
import dev.hallway.health.NewcomersWeek;
import dev.hallway.health.OrganisationsWeek;
import dev.hallway.health.ResponsivenessWeek;
import dev.hallway.health.Story;
import dev.hallway.health.StoryState;
import dev.hallway.streams.fact.ItemSnapshot;
import dev.hallway.streams.figure.Backlog;
import dev.hallway.streams.figure.FlowDerivation;
import dev.hallway.streams.people.Classification;
import dev.hallway.streams.read.BacklogWeek;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.Contributor;
import dev.hallway.streams.read.ConversationEntry;
import dev.hallway.streams.read.EventFilter;
import dev.hallway.streams.read.EventPage;
import dev.hallway.streams.read.EventPlace;
import dev.hallway.streams.read.ItemPage;
import dev.hallway.streams.read.ItemSummary;
import dev.hallway.streams.read.ItemView;
import dev.hallway.streams.read.ItemView.Answer;
import dev.hallway.streams.read.KnownPerson;
import dev.hallway.streams.read.LastWord;
import dev.hallway.streams.read.Newcomer;
import dev.hallway.streams.read.PageSize;
import dev.hallway.streams.read.PersonPlace;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.state.Scan;
import dev.hallway.streams.state.Table;
import dev.hallway.streams.state.TableReader;
import dev.hallway.streams.state.TableReader.Row;
import dev.hallway.streams.store.CommunityKey.OfItem;
import dev.hallway.streams.store.CommunityKey.OfRepository;
import dev.hallway.streams.store.CommunityKey.OfWeek;
import dev.hallway.streams.store.CommunityTables;
import dev.hallway.streams.store.ItemRow;
import dev.hallway.streams.store.RepositoryRow;
import dev.hallway.streams.store.WeekRow;
import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads figures from the tables of one partition; nothing of it is an object of the stream thread. */
public final class StoreReader implements CommunityReader {

    private static final int NEWCOMERS_AT_A_TIME = 20_000;

    private final TableReader tables;
    private final Classification classification;

    /** Reads what was derived under the given classification. */
    public StoreReader(TableReader tables, Classification classification) {
        this.tables = tables;
        this.classification = classification;
    }

    @Override
    public Optional<RepositorySummary> repository(String repository) {
        return Optional.ofNullable(row(repository)).map(StoreReader::summary);
    }

    @Override
    public List<RepositorySummary> repositories() {
        List<RepositorySummary> all = new ArrayList<>();
        try (Scan<OfRepository, RepositoryRow> rows = tables.scan(CommunityTables.REPOSITORIES)) {
            rows.forEach(row -> all.add(summary(row.value())));
        }
        return all;
    }

    @Override
    public List<FeedbackLatencyWeek> feedbackLatency(String repository, WeekRange range) {
        return weeks(repository, range, WeekRow::feedbackLatency);
    }

    @Override
    public List<ContributorDiversityWeek> contributorDiversity(String repository, WeekRange range) {
        return weeks(repository, range, WeekRow::contributorDiversity);
    }

    @Override
    public List<ResponsivenessWeek> responsiveness(String repository, WeekRange range) {
        return weeks(repository, range, WeekRow::responsiveness);
    }

    @Override
    public List<FlowWeek> flow(String repository, WeekRange range) {
        String name = name(repository);
        return scan(CommunityTables.FLOW, key(repository), range, (week, row) -> FlowDerivation.week(name, week, row));
    }

    @Override
    public List<ContributorDiversityWeek> diversitySeries(String repository, WeekRange range, int weeks) {
        return tallies(repository).diversity(range, weeks);
    }

    @Override
    public List<OrganisationsWeek> organisationsSeries(String repository, WeekRange range, int weeks) {
        return tallies(repository).organisations(range, weeks);
    }

    @Override
    public List<MergingWeek> mergingSeries(String repository, WeekRange range, int weeks) {
        return tallies(repository).merging(range, weeks);
    }

    @Override
    public List<Contributor> contributors(String repository, IsoWeek week) {
        return tallies(repository).contributors(week);
    }

    private WeekTallies tallies(String repository) {
        return new WeekTallies(tables, classification, key(repository), name(repository));
    }

    @Override
    public EventPage events(
            String repository, IsoWeek week, @Nullable EventPlace after, PageSize size, EventFilter filter) {
        return new Pages(tables, classification, key(repository)).events(week, after, size, filter);
    }

    @Override
    public ItemPage items(String repository, long after, PageSize size, Predicate<ItemSummary> wanted) {
        return new Pages(tables, classification, key(repository)).items(after, size, wanted);
    }

    @Override
    public List<OrganisationsWeek> organisations(String repository, WeekRange range) {
        return weeks(repository, range, WeekRow::organisations);
    }

    @Override
    public List<MergingWeek> merging(String repository, WeekRange range) {
        return weeks(repository, range, WeekRow::merging);
    }

    @Override
    public List<NewcomersWeek> newcomerCohorts(String repository, WeekRange range) {
        return weeks(repository, range, WeekRow::newcomers);
    }

    @Override
    public List<BacklogWeek> backlog(String repository, WeekRange range) {
        Backlog backlog = new Backlog();
        try (Scan<OfItem, ItemRow> items = tables.scan(CommunityTables.ITEMS, new OfRepository(key(repository)))) {
            items.forEach(row -> {
                ItemSnapshot item = row.value().snapshot();
                if (!item.deleted()) {
                    Instant closedAt = item.mergedAt() == null ? item.closedAt() : item.mergedAt();
                    backlog.add(item.isIssue(), item.openedAt(), closedAt);
                }
            });
        }
        return backlog.rows(flow(repository, range).stream()
                .map(week -> IsoWeek.parse(week.getWeek()))
                .toList());
    }

    @Override
    public void forEachNewcomer(String repository, Consumer<Newcomer> consumer) {
        new Newcomers(tables, classification, key(repository), NEWCOMERS_AT_A_TIME).forEach(consumer);
    }

    @Override
    public List<KnownPerson> people(String repository, @Nullable PersonPlace after, int most, Instant now) {
        return new Newcomers(tables, classification, key(repository), most).newest(after, most, now);
    }

    @Override
    public void forEachItem(String repository, Consumer<ItemView> consumer) {
        forEachItem(repository, row -> true, consumer);
    }

    @Override
    public void forEachCurrentItem(String repository, Instant since, Consumer<ItemView> consumer) {
        forEachItem(repository, row -> isCurrent(row, since), consumer);
    }

    private static boolean isCurrent(ItemRow row, Instant since) {
        ItemSnapshot item = row.snapshot();
        Answer answer = row.outcome().answer();
        return item.closedAt() == null
                || !item.openedAt().isBefore(since)
                || (answer != null && !answer.mergedAt().isBefore(since));
    }

    private void forEachItem(String repository, Predicate<ItemRow> wanted, Consumer<ItemView> consumer) {
        String key = key(repository);
        Views views = new Views(tables, classification, key);
        try (Scan<OfItem, ItemRow> items = tables.scan(CommunityTables.ITEMS, new OfRepository(key))) {
            while (items.hasNext()) {
                ItemRow row = items.next().value();
                if (wanted.test(row)) {
                    views.item(row).ifPresent(consumer);
                }
            }
        }
    }

    @Override
    public Optional<ItemView> item(String repository, long number) {
        String key = key(repository);
        ItemRow row = tables.get(CommunityTables.ITEMS, new OfItem(key, number));
        return row == null ? Optional.empty() : new Views(tables, classification, key).item(row);
    }

    @Override
    public Optional<LastWord> lastWord(String repository, long number, Instant before) {
        return new LastWords(tables, classification, key(repository)).of(number, before);
    }

    @Override
    public List<ConversationEntry> conversation(
            String repository, long number, ConversationEntry.@Nullable Place after, int most) {
        return new Conversation(tables, classification, new OfItem(key(repository), number)).page(after, most);
    }

    @Override
    public Optional<Story> story(String repository, long number) {
        return stories(repository).one(number);
    }

    @Override
    public List<Story> stories(String repository, long after, int most, @Nullable StoryState state) {
        return stories(repository).after(after, most, state);
    }

    @Override
    public List<Story> newestStories(String repository, long before, int most, @Nullable StoryState state) {
        return stories(repository).newestBefore(before, most, state);
    }

    @Override
    public List<Story> storiesAnsweredIn(String repository, IsoWeek week) {
        return stories(repository).answeredIn(week);
    }

    private Stories stories(String repository) {
        return new Stories(tables, classification, key(repository));
    }

    private <R> List<R> weeks(String repository, WeekRange range, Function<WeekRow, @Nullable R> figures) {
        return scan(CommunityTables.WEEKS, key(repository), range, (week, row) -> figures.apply(row));
    }

    private <V, R> List<R> scan(
            Table<OfWeek, V> table, String key, WeekRange range, BiFunction<IsoWeek, V, @Nullable R> figures) {
        List<R> rows = new ArrayList<>();
        try (Scan<OfWeek, V> weeks = tables.scan(table, new OfRepository(key), new OfWeek(key, range.first()))) {
            while (weeks.hasNext()) {
                Row<OfWeek, V> week = weeks.next();
                if (week.key().week().compareTo(range.last()) > 0) {
                    break;
                }
                R row = figures.apply(week.key().week(), week.value());
                if (row != null) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private String name(String repository) {
        RepositoryRow known = row(repository);
        return known == null ? repository : known.description().name();
    }

    private @Nullable RepositoryRow row(String repository) {
        return tables.get(CommunityTables.REPOSITORIES, new OfRepository(key(repository)));
    }

    private static RepositorySummary summary(RepositoryRow row) {
        RepositoryRow.Description description = row.description();
        return new RepositorySummary(
                description.name(),
                description.htmlUrl(),
                description.syncedAt(),
                description.historyComplete(),
                row.gaps(),
                description.inventory(),
                row.firstWeek(),
                row.lastWeek());
    }

    private static String key(String repository) {
        return repository.toLowerCase(Locale.ROOT);
    }
}
