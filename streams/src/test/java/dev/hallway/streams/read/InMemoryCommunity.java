// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.read;

import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.health.FeedbackLatencyWeek;
import dev.hallway.health.FlowWeek;
import dev.hallway.health.MergingWeek;
import dev.hallway.health.NewcomersWeek;
import dev.hallway.health.OrganisationsWeek;
import dev.hallway.health.ResponsivenessWeek;
import dev.hallway.health.Story;
import dev.hallway.health.StoryState;
import dev.hallway.streams.read.EventView.Kind;
import dev.hallway.streams.read.ItemView.Answer;
import dev.hallway.streams.read.ParticipantView.BotSign;
import dev.hallway.streams.read.ParticipantView.MaintainerSign;
import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One repository whose rows a test gives. */
public class InMemoryCommunity implements CommunityReader {

    private static final Comparator<EventPlace> PLACES = Comparator.comparingLong(EventPlace::number)
            .thenComparing(EventPlace::kind)
            .thenComparingLong(EventPlace::id);

    private final RepositorySummary summary;
    private final TreeMap<Long, ItemView> items = new TreeMap<>();
    private final Map<Long, LastWord> lastWords = new HashMap<>();
    private final TreeMap<Long, Story> stories = new TreeMap<>();
    private final List<FeedbackLatencyWeek> latency = new ArrayList<>();
    private final List<ContributorDiversityWeek> diversity = new ArrayList<>();
    private final List<ResponsivenessWeek> responsiveness = new ArrayList<>();
    private final List<FlowWeek> flow = new ArrayList<>();
    private final TreeMap<IsoWeek, List<Contributor>> contributors = new TreeMap<>();

    private OrganisationsWeek organisationsOver;
    private MergingWeek mergingOver;

    public InMemoryCommunity(RepositorySummary summary) {
        this.summary = summary;
        IsoWeek week = IsoWeek.parse("2020-W08");
        organisationsOver = Rows.organisations(summary.repository(), week).build();
        mergingOver = Rows.merging(summary.repository(), week).build();
    }

    public InMemoryCommunity with(ItemView item) {
        items.put(item.number(), item);
        return this;
    }

    public InMemoryCommunity with(Story story) {
        stories.put(story.getNumber(), story);
        return this;
    }

    public InMemoryCommunity with(FeedbackLatencyWeek row) {
        latency.add(row);
        return this;
    }

    public InMemoryCommunity with(ContributorDiversityWeek row) {
        diversity.add(row);
        return this;
    }

    public InMemoryCommunity with(ResponsivenessWeek row) {
        responsiveness.add(row);
        return this;
    }

    public InMemoryCommunity with(FlowWeek row) {
        flow.add(row);
        return this;
    }

    /** Over any weeks. */
    public InMemoryCommunity with(OrganisationsWeek row) {
        organisationsOver = row;
        return this;
    }

    /** Over any weeks. */
    public InMemoryCommunity with(MergingWeek row) {
        mergingOver = row;
        return this;
    }

    public InMemoryCommunity with(IsoWeek week, Contributor contributor) {
        contributors.computeIfAbsent(week, none -> new ArrayList<>()).add(contributor);
        return this;
    }

    /** Unless it is said otherwise, the author of an item has spoken last, at its opening. */
    public InMemoryCommunity with(long number, LastWord lastWord) {
        lastWords.put(number, lastWord);
        return this;
    }

    @Override
    public Optional<RepositorySummary> repository(String repository) {
        return isHere(repository) ? Optional.of(summary) : Optional.empty();
    }

    @Override
    public List<RepositorySummary> repositories() {
        return List.of(summary);
    }

    @Override
    public List<FeedbackLatencyWeek> feedbackLatency(String repository, WeekRange weeks) {
        return within(repository, weeks, latency, FeedbackLatencyWeek::getWeek);
    }

    @Override
    public List<ContributorDiversityWeek> contributorDiversity(String repository, WeekRange weeks) {
        return within(repository, weeks, diversity, ContributorDiversityWeek::getWeek);
    }

    @Override
    public List<ResponsivenessWeek> responsiveness(String repository, WeekRange weeks) {
        return within(repository, weeks, responsiveness, ResponsivenessWeek::getWeek);
    }

    @Override
    public List<FlowWeek> flow(String repository, WeekRange weeks) {
        return within(repository, weeks, flow, FlowWeek::getWeek);
    }

    /** The sum of the weeks' contributions; the other figures are those of the last week that has any. */
    @Override
    public ContributorDiversityWeek diversityOver(String repository, WeekRange weeks) {
        List<ContributorDiversityWeek> rows = contributorDiversity(repository, weeks);
        long contributions = rows.stream()
                .mapToLong(ContributorDiversityWeek::getContributions)
                .sum();
        ContributorDiversityWeek.Builder merged = rows.isEmpty()
                ? Rows.diversity(summary.repository(), weeks.last())
                : ContributorDiversityWeek.newBuilder(rows.get(rows.size() - 1));
        return merged.setWeek(weeks.last().toString())
                .setContributions(contributions)
                .build();
    }

    @Override
    public List<Contributor> contributors(String repository, IsoWeek week) {
        return isHere(repository) ? contributors.getOrDefault(week, List.of()) : List.of();
    }

    /** The events of the items themselves; what was written in them is not among them. */
    @Override
    public EventPage events(
            String repository, IsoWeek week, @Nullable EventPlace after, PageSize size, EventFilter filter) {
        List<EventPage.Entry> wanted = items.values().stream()
                .flatMap(item -> events(item)
                        .filter(event -> IsoWeek.of(event.time()).equals(week))
                        .filter(event -> after == null || PLACES.compare(event.place(), after) > 0)
                        .filter(event -> filter.kinds().contains(event.kind()))
                        .filter(filter.wanted())
                        .map(event -> new EventPage.Entry(event, summary(item))))
                .toList();
        boolean last = wanted.size() <= size.entries();
        List<EventPage.Entry> page = last ? wanted : wanted.subList(0, size.entries());
        return new EventPage(
                page,
                page.size(),
                last ? null : page.get(page.size() - 1).event().place());
    }

    @Override
    public ItemPage items(String repository, long after, PageSize size, Predicate<ItemSummary> wanted) {
        List<ItemSummary> all = items.tailMap(after, false).values().stream()
                .map(InMemoryCommunity::summary)
                .filter(wanted)
                .toList();
        boolean last = all.size() <= size.entries();
        List<ItemSummary> page = last ? all : all.subList(0, size.entries());
        return new ItemPage(
                page, page.size(), last ? null : page.get(page.size() - 1).number());
    }

    private static Stream<EventView> events(ItemView item) {
        boolean issue = item.kind() == ItemView.Kind.ISSUE;
        ItemView.Response response = item.firstResponse();
        Answer answer = item.answer();
        List<EventView> events = new ArrayList<>();
        events.add(event(
                item,
                issue ? Kind.ISSUE_OPENED : Kind.PULL_REQUEST_OPENED,
                item.openedAt(),
                response == null ? null : response.seconds()));
        if (item.mergedAt() != null) {
            events.add(event(item, Kind.PULL_REQUEST_MERGED, item.mergedAt(), null));
        } else if (item.closedAt() != null) {
            events.add(event(item, issue ? Kind.ISSUE_CLOSED : Kind.PULL_REQUEST_CLOSED, item.closedAt(), null));
        }
        if (answer != null) {
            events.add(event(item, Kind.FEEDBACK_ANSWERED, answer.mergedAt(), answer.seconds()));
        }
        return events.stream();
    }

    private static EventView event(ItemView item, Kind kind, Instant time, @Nullable Long seconds) {
        Answer answer = item.answer();
        return new EventView(
                new EventPlace(item.number(), kind, item.number()),
                time,
                author(item),
                null,
                seconds,
                answer != null,
                ParticipantView.UNKNOWN,
                answer == null ? null : answer.mergedAt());
    }

    private static ItemSummary summary(ItemView item) {
        return new ItemSummary(
                item.number(),
                item.kind(),
                item.title(),
                item.htmlUrl(),
                author(item),
                item.openedAt(),
                item.mergedAt() == null ? item.closedAt() : item.mergedAt(),
                item.answer());
    }

    private static ParticipantView author(ItemView item) {
        return new ParticipantView(
                item.authorIsBot() ? ParticipantView.Kind.BOT : ParticipantView.Kind.HUMAN,
                item.authorPerson(),
                item.author(),
                item.authorIsBot() ? BotSign.TYPE : null,
                item.authorIsMaintainer() ? MaintainerSign.ASSOCIATION : null,
                null,
                false);
    }

    @Override
    public List<OrganisationsWeek> organisations(String repository, WeekRange weeks) {
        return List.of();
    }

    /** The row that the test gave, whichever weeks are asked for. */
    @Override
    public OrganisationsWeek organisationsOver(String repository, WeekRange weeks) {
        return organisationsOver;
    }

    /** The row that the test gave, whichever weeks are asked for. */
    @Override
    public MergingWeek mergingOver(String repository, WeekRange weeks) {
        return mergingOver;
    }

    @Override
    public List<NewcomersWeek> newcomerCohorts(String repository, WeekRange weeks) {
        return List.of();
    }

    @Override
    public List<MergingWeek> merging(String repository, WeekRange weeks) {
        return List.of();
    }

    @Override
    public List<BacklogWeek> backlog(String repository, WeekRange weeks) {
        return List.of();
    }

    @Override
    public void forEachNewcomer(String repository, Consumer<Newcomer> consumer) {
        // None of the tests that use it is about people.
    }

    @Override
    public List<KnownPerson> people(String repository, @Nullable PersonPlace after, int most, Instant now) {
        // None of the tests that use it is about people.
        return List.of();
    }

    @Override
    public List<ConversationEntry> conversation(
            String repository, long number, ConversationEntry.@Nullable Place after, int most) {
        // None of the tests that use it is about what was written.
        return List.of();
    }

    /** As of each week's window alone. */
    @Override
    public List<ContributorDiversityWeek> diversitySeries(String repository, WeekRange range, int weeks) {
        return IntStream.rangeClosed(range.first().ordinal(), range.last().ordinal())
                .mapToObj(week -> diversityOver(repository, WeekRange.trailing(new IsoWeek(week), weeks)))
                .toList();
    }

    @Override
    public List<OrganisationsWeek> organisationsSeries(String repository, WeekRange range, int weeks) {
        return List.of();
    }

    @Override
    public List<MergingWeek> mergingSeries(String repository, WeekRange range, int weeks) {
        return List.of();
    }

    @Override
    public void forEachItem(String repository, Consumer<ItemView> consumer) {
        if (isHere(repository)) {
            items.values().forEach(consumer);
        }
    }

    @Override
    public void forEachCurrentItem(String repository, Instant since, Consumer<ItemView> consumer) {
        forEachItem(repository, item -> {
            Answer answer = item.answer();
            if (item.closedAt() == null
                    || !item.openedAt().isBefore(since)
                    || (answer != null && !answer.mergedAt().isBefore(since))) {
                consumer.accept(item);
            }
        });
    }

    @Override
    public Optional<ItemView> item(String repository, long number) {
        return isHere(repository) ? Optional.ofNullable(items.get(number)) : Optional.empty();
    }

    @Override
    public Optional<LastWord> lastWord(String repository, long number, Instant before) {
        return item(repository, number)
                .map(item -> lastWords.getOrDefault(number, new LastWord(true, item.openedAt())));
    }

    @Override
    public Optional<Story> story(String repository, long number) {
        return isHere(repository) ? Optional.ofNullable(stories.get(number)) : Optional.empty();
    }

    @Override
    public List<Story> stories(String repository, long after, int most, @Nullable StoryState state) {
        return stories(repository)
                .filter(story -> story.getNumber() > after && (state == null || story.getState() == state))
                .limit(most)
                .toList();
    }

    @Override
    public List<Story> newestStories(String repository, long before, int most, @Nullable StoryState state) {
        return stories(repository)
                .filter(story -> story.getNumber() < before && (state == null || story.getState() == state))
                .sorted(Comparator.comparing(Story::getNumber).reversed())
                .limit(most)
                .toList();
    }

    @Override
    public List<Story> storiesAnsweredIn(String repository, IsoWeek week) {
        return stories(repository)
                .filter(story -> story.getFirstMerge() != null
                        && story.getFirstMerge().getMergedAt() != null
                        && IsoWeek.of(story.getFirstMerge().getMergedAt()).equals(week))
                .toList();
    }

    private Stream<Story> stories(String repository) {
        return isHere(repository) ? stories.values().stream() : Stream.empty();
    }

    private boolean isHere(String repository) {
        return summary.repository().equalsIgnoreCase(repository);
    }

    private <T> List<T> within(String repository, WeekRange weeks, List<T> rows, Function<T, String> week) {
        return rows.stream()
                .filter(row -> isHere(repository))
                .filter(row -> {
                    IsoWeek of = IsoWeek.parse(week.apply(row));
                    return of.compareTo(weeks.first()) >= 0 && of.compareTo(weeks.last()) <= 0;
                })
                .toList();
    }
}
