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
import dev.hallway.streams.figure.ContributionTally;
import dev.hallway.streams.figure.DeedTally;
import dev.hallway.streams.figure.FlowDerivation;
import dev.hallway.streams.figure.LinkSummary;
import dev.hallway.streams.figure.MergingTally;
import dev.hallway.streams.figure.OrganisationTally;
import dev.hallway.streams.figure.StoryDerivation;
import dev.hallway.streams.people.Classification;
import dev.hallway.streams.people.Participant;
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
import dev.hallway.streams.store.CommunityKey.OfEvent;
import dev.hallway.streams.store.CommunityKey.OfItem;
import dev.hallway.streams.store.CommunityKey.OfLink;
import dev.hallway.streams.store.CommunityKey.OfRepository;
import dev.hallway.streams.store.CommunityKey.OfWeek;
import dev.hallway.streams.store.CommunityTables;
import dev.hallway.streams.store.ItemRow;
import dev.hallway.streams.store.Link;
import dev.hallway.streams.store.PersonAccounts;
import dev.hallway.streams.store.RepositoryRow;
import dev.hallway.streams.store.WeekEvent;
import dev.hallway.streams.store.WeekRow;
import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
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
    private final StoryDerivation stories;

    /** Reads what was derived under the given classification. */
    public StoreReader(TableReader tables, Classification classification) {
        this.tables = tables;
        this.classification = classification;
        stories = new StoryDerivation(classification);
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
    public ContributorDiversityWeek diversityOver(String repository, WeekRange range) {
        KnownAccounts accounts = new KnownAccounts(tables, key(repository));
        return diversity(name(repository), range, tally(key(repository), range, accounts), accounts);
    }

    @Override
    public List<ContributorDiversityWeek> diversitySeries(String repository, WeekRange range, int weeks) {
        String key = key(repository);
        String name = name(repository);
        KnownAccounts accounts = new KnownAccounts(tables, key);
        SlidingWeeks<ContributionTally> tallies =
                new SlidingWeeks<>(range, weeks, ContributionTally::new, ContributionTally::addAll);
        forEachContribution(
                key, tallies.read(), (event, row) -> tallies.in(event.week()).add(participant(key, accounts, row)));
        return tallies.rows((window, tally) -> diversity(name, window, tally, accounts));
    }

    private static ContributorDiversityWeek diversity(
            String name, WeekRange range, ContributionTally tally, KnownAccounts accounts) {
        long newcomers = tally.people().keySet().stream()
                .filter(person -> accounts.person(person)
                        .weeks()
                        .first()
                        .filter(first -> range.contains(first))
                        .isPresent())
                .count();
        return tally.row(name, range.last(), newcomers);
    }

    @Override
    public List<Contributor> contributors(String repository, IsoWeek week) {
        String key = key(repository);
        KnownAccounts accounts = new KnownAccounts(tables, key);
        ContributionTally tally = new ContributionTally();
        Map<Long, DeedTally> deeds = new HashMap<>();
        forEachContribution(key, new WeekRange(week, week), (event, row) -> {
            Participant participant = participant(key, accounts, row);
            tally.add(participant);
            if (participant.isKnownPerson()) {
                deeds.computeIfAbsent(participant.person(), person -> new DeedTally())
                        .add(deed(event, row));
            }
        });
        List<Contributor> contributors = new ArrayList<>();
        tally.people().forEach((person, counted) -> {
            PersonAccounts known = accounts.person(person);
            IsoWeek first = known.weeks().first().orElse(week);
            boolean mergedBefore = known.kinds().merges().before(week).isPresent();
            DeedTally done = deeds.get(person);
            contributors.add(new Contributor(
                    person,
                    counted.login(),
                    counted.contributions(),
                    counted.asMaintainer(),
                    first,
                    first.equals(week),
                    known.weeks().before(week).orElse(null),
                    done == null ? Contributor.Deeds.NONE : done.deeds(mergedBefore)));
        });
        contributors.sort(Comparator.comparing(Contributor::contributions)
                .reversed()
                .thenComparing(contributor -> contributor.login().toLowerCase(Locale.ROOT)));
        return contributors;
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
    public OrganisationsWeek organisationsOver(String repository, WeekRange range) {
        String key = key(repository);
        KnownAccounts accounts = new KnownAccounts(tables, key);
        OrganisationTally tally = new OrganisationTally(classification.knowsHome());
        forEachContribution(key, range, (event, row) -> tally.add(participant(key, accounts, row)));
        return tally.row(name(repository), range.last());
    }

    @Override
    public List<OrganisationsWeek> organisationsSeries(String repository, WeekRange range, int weeks) {
        String key = key(repository);
        String name = name(repository);
        KnownAccounts accounts = new KnownAccounts(tables, key);
        SlidingWeeks<OrganisationTally> tallies = new SlidingWeeks<>(
                range, weeks, () -> new OrganisationTally(classification.knowsHome()), OrganisationTally::addAll);
        forEachContribution(
                key, tallies.read(), (event, row) -> tallies.in(event.week()).add(participant(key, accounts, row)));
        return tallies.rows((window, tally) -> tally.row(name, window.last()));
    }

    @Override
    public List<MergingWeek> merging(String repository, WeekRange range) {
        return weeks(repository, range, WeekRow::merging);
    }

    @Override
    public MergingWeek mergingOver(String repository, WeekRange range) {
        String key = key(repository);
        KnownAccounts accounts = new KnownAccounts(tables, key);
        MergingTally tally = new MergingTally();
        forEachMerge(key, range, (event, row) -> add(tally, key, accounts, row));
        return tally.row(name(repository), range.last());
    }

    @Override
    public List<MergingWeek> mergingSeries(String repository, WeekRange range, int weeks) {
        String key = key(repository);
        String name = name(repository);
        KnownAccounts accounts = new KnownAccounts(tables, key);
        SlidingWeeks<MergingTally> tallies = new SlidingWeeks<>(range, weeks, MergingTally::new, MergingTally::addAll);
        forEachMerge(key, tallies.read(), (event, row) -> add(tallies.in(event.week()), key, accounts, row));
        return tallies.rows((window, tally) -> tally.row(name, window.last()));
    }

    private void add(MergingTally tally, String key, KnownAccounts accounts, WeekEvent merge) {
        Participant merger = classification.participant(accounts.known(merge.merger()), key, merge.time());
        tally.add(participant(key, accounts, merge), merger, merge.marked());
    }

    private void forEachMerge(String key, WeekRange range, BiConsumer<OfEvent, WeekEvent> consumer) {
        forEachContribution(key, range, (event, row) -> {
            if (event.kind() == WeekEvent.Kind.PULL_REQUEST_MERGED) {
                consumer.accept(event, row);
            }
        });
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
        OfItem key = new OfItem(key(repository), number);
        ItemRow row = tables.get(CommunityTables.ITEMS, key);
        return row == null || row.outcome().state() == null ? Optional.empty() : Optional.of(story(key, row));
    }

    @Override
    public List<Story> stories(String repository, long after, int most, @Nullable StoryState state) {
        String key = key(repository);
        List<Story> page = new ArrayList<>();
        try (Scan<OfItem, ItemRow> items =
                tables.scan(CommunityTables.ITEMS, new OfRepository(key), new OfItem(key, after + 1))) {
            while (items.hasNext() && page.size() < most) {
                Row<OfItem, ItemRow> item = items.next();
                if (isStory(item.value(), state)) {
                    page.add(story(item.key(), item.value()));
                }
            }
        }
        return page;
    }

    /** Goes through all items before, as scans go forwards only, but keeps no more of them than the page has. */
    @Override
    public List<Story> newestStories(String repository, long before, int most, @Nullable StoryState state) {
        Deque<Row<OfItem, ItemRow>> latest = new ArrayDeque<>();
        try (Scan<OfItem, ItemRow> items = tables.scan(CommunityTables.ITEMS, new OfRepository(key(repository)))) {
            while (items.hasNext()) {
                Row<OfItem, ItemRow> item = items.next();
                if (item.key().number() >= before) {
                    break;
                }
                if (isStory(item.value(), state)) {
                    latest.addFirst(item);
                    if (latest.size() > most) {
                        latest.removeLast();
                    }
                }
            }
        }
        return latest.stream().map(item -> story(item.key(), item.value())).toList();
    }

    private static boolean isStory(ItemRow item, @Nullable StoryState wanted) {
        StoryState known = item.outcome().state();
        return known != null && (wanted == null || wanted == known);
    }

    @Override
    public List<Story> storiesAnsweredIn(String repository, IsoWeek week) {
        String key = key(repository);
        List<Story> answered = new ArrayList<>();
        try (Scan<OfEvent, WeekEvent> events = tables.scan(CommunityTables.EVENTS, new OfWeek(key, week))) {
            while (events.hasNext()) {
                OfEvent event = events.next().key();
                if (event.kind() == WeekEvent.Kind.FEEDBACK_ANSWERED) {
                    story(key, event.number()).ifPresent(answered::add);
                }
            }
        }
        return answered;
    }

    private Story story(OfItem key, ItemRow row) {
        LinkSummary links = new LinkSummary(row.snapshot().openedAt());
        try (Scan<OfLink, Link> scan = tables.scan(CommunityTables.LINKS, key)) {
            scan.forEach(link -> links.add(link.value()));
        }
        KnownAccounts accounts = new KnownAccounts(tables, key.repository());
        return stories.story(
                row.snapshot(), accounts.known(row.snapshot().author()).actor(), row.outcome(), links);
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

    private ContributionTally tally(String key, WeekRange range, KnownAccounts accounts) {
        ContributionTally tally = new ContributionTally();
        forEachContribution(key, range, (event, row) -> tally.add(participant(key, accounts, row)));
        return tally;
    }

    private static Contributor.Deed deed(OfEvent event, WeekEvent row) {
        return new Contributor.Deed(event.kind().contribution().orElseThrow(), event.number(), row.time());
    }

    private Participant participant(String key, KnownAccounts accounts, WeekEvent event) {
        return classification.participant(accounts.known(event.account()), key, event.association(), event.time());
    }

    private void forEachContribution(String key, WeekRange range, BiConsumer<OfEvent, WeekEvent> consumer) {
        try (Scan<OfEvent, WeekEvent> events =
                tables.scan(CommunityTables.EVENTS, new OfRepository(key), new OfWeek(key, range.first()))) {
            while (events.hasNext()) {
                Row<OfEvent, WeekEvent> event = events.next();
                if (event.key().week().compareTo(range.last()) > 0) {
                    break;
                }
                if (event.key().kind().contribution().isPresent()) {
                    consumer.accept(event.key(), event.value());
                }
            }
        }
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
