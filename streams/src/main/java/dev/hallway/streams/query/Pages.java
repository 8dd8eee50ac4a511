// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.query;

import dev.hallway.health.NewcomersWeek;
import dev.hallway.streams.fact.ItemSnapshot;
import dev.hallway.streams.fact.KnownAccount;
import dev.hallway.streams.people.Classification;
import dev.hallway.streams.read.EventFilter;
import dev.hallway.streams.read.EventPage;
import dev.hallway.streams.read.EventPlace;
import dev.hallway.streams.read.EventView;
import dev.hallway.streams.read.EventView.Arrival;
import dev.hallway.streams.read.ItemPage;
import dev.hallway.streams.read.ItemSummary;
import dev.hallway.streams.read.ItemView.Answer;
import dev.hallway.streams.read.PageSize;
import dev.hallway.streams.read.ParticipantView;
import dev.hallway.streams.state.Scan;
import dev.hallway.streams.state.TableReader;
import dev.hallway.streams.state.TableReader.Row;
import dev.hallway.streams.store.CommunityKey.OfEvent;
import dev.hallway.streams.store.CommunityKey.OfItem;
import dev.hallway.streams.store.CommunityKey.OfRepository;
import dev.hallway.streams.store.CommunityKey.OfWeek;
import dev.hallway.streams.store.CommunityTables;
import dev.hallway.streams.store.ItemRow;
import dev.hallway.streams.store.PersonAccounts;
import dev.hallway.streams.store.WeekEvent;
import dev.hallway.streams.store.WeekRow;
import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Pages over the events of a week and over the items of a repository.
 *
 * <p>A page looks at a bounded number of rows, each with at most its item, two accounts and the further accounts of somebody
 * in the people registry.
 */
final class Pages {

    private final TableReader tables;
    private final Classification classification;
    private final String repository;
    private final KnownAccounts accounts;
    // Events stand by item, so the last one is all that is needed.
    private @Nullable ItemRow latest;

    Pages(TableReader tables, Classification classification, String repository) {
        this.tables = tables;
        this.classification = classification;
        this.repository = repository;
        accounts = new KnownAccounts(tables, repository);
    }

    EventPage events(IsoWeek week, @Nullable EventPlace after, PageSize size, EventFilter filter) {
        OfWeek beginning = new OfWeek(repository, week);
        boolean returnsKnown = returnsKnown(beginning);
        List<EventPage.Entry> entries = new ArrayList<>();
        int scanned = 0;
        EventPlace place = after;
        try (Scan<OfEvent, WeekEvent> events =
                tables.scan(CommunityTables.EVENTS, beginning, after == null ? first(week) : behind(week, after))) {
            while (events.hasNext()) {
                if (place != null && (entries.size() == size.entries() || scanned == size.rows())) {
                    return new EventPage(entries, scanned, place);
                }
                Row<OfEvent, WeekEvent> row = events.next();
                scanned++;
                place = place(row.key());
                if (filter.kinds().contains(place.kind())) {
                    EventView event = event(place, week, row.value(), returnsKnown);
                    if (filter.wanted().test(event)) {
                        entries.add(new EventPage.Entry(event, summary(item(place.number()))));
                    }
                }
            }
        }
        return new EventPage(entries, scanned, null);
    }

    ItemPage items(long after, PageSize size, Predicate<ItemSummary> wanted) {
        List<ItemSummary> items = new ArrayList<>();
        int scanned = 0;
        long number = after;
        try (Scan<OfItem, ItemRow> rows =
                tables.scan(CommunityTables.ITEMS, new OfRepository(repository), new OfItem(repository, after + 1))) {
            while (rows.hasNext()) {
                if (items.size() == size.entries() || scanned == size.rows()) {
                    return new ItemPage(items, scanned, number);
                }
                Row<OfItem, ItemRow> row = rows.next();
                scanned++;
                number = row.key().number();
                ItemSummary item = summary(row.value());
                if (item != null && wanted.test(item)) {
                    items.add(item);
                }
            }
        }
        return new ItemPage(items, scanned, null);
    }

    /** Before it stands what concerns accounts, which is nothing that happened. */
    private OfEvent first(IsoWeek week) {
        return new OfEvent(repository, week, 1, WeekEvent.Kind.WITHDRAWN, 0);
    }

    private OfEvent behind(IsoWeek week, EventPlace place) {
        return new OfEvent(
                repository,
                week,
                place.number(),
                WeekEvent.Kind.valueOf(place.kind().name()),
                place.id() + 1);
    }

    private static EventPlace place(OfEvent key) {
        return new EventPlace(key.number(), EventView.Kind.valueOf(key.kind().name()), key.id());
    }

    /** True if so many weeks have passed that whoever came in the week has returned or has not. */
    private boolean returnsKnown(OfWeek week) {
        WeekRow row = tables.get(CommunityTables.WEEKS, week);
        NewcomersWeek cohort = row == null ? null : row.newcomers();
        return cohort != null && cohort.getReturnKnown() == cohort.getNewcomers();
    }

    private EventView event(EventPlace place, IsoWeek week, WeekEvent event, boolean returnsKnown) {
        ParticipantView by = by(place, event);
        return new EventView(
                place,
                event.time(),
                by,
                arrival(by, week, returnsKnown),
                event.seconds() == WeekEvent.NONE ? null : event.seconds(),
                event.marked(),
                merger(event),
                place.kind() == EventView.Kind.ISSUE_CLOSED ? answeredAt(item(place.number())) : null);
    }

    private ParticipantView by(EventPlace place, WeekEvent event) {
        return switch (place.kind()) {
            case ISSUE_OPENED,
                    PULL_REQUEST_OPENED,
                    PULL_REQUEST_MERGED,
                    ISSUE_COMMENT,
                    REVIEW_COMMENT,
                    REVIEW,
                    REVIEW_WITHOUT_TEXT -> contributor(event);
            case ISSUE_CLOSED, PULL_REQUEST_CLOSED, FEEDBACK_ANSWERED -> author(item(place.number()));
        };
    }

    private @Nullable Arrival arrival(ParticipantView by, IsoWeek week, boolean returnsKnown) {
        if (!by.knownPerson()) {
            return null;
        }
        PersonAccounts person = accounts.person(by.person());
        return person.cameIn(week)
                ? new Arrival(
                        !person.kinds().pullRequests().isEmpty(),
                        !person.kinds().merges().isEmpty(),
                        person.returned(),
                        person.returned() || returnsKnown)
                : null;
    }

    private @Nullable ItemRow item(long number) {
        if (latest == null || latest.snapshot().number() != number) {
            latest = tables.get(CommunityTables.ITEMS, new OfItem(repository, number));
        }
        return latest;
    }

    private @Nullable ItemSummary summary(@Nullable ItemRow row) {
        if (row == null || row.snapshot().deleted()) {
            return null;
        }
        ItemSnapshot item = row.snapshot();
        return new ItemSummary(
                item.number(),
                item.kind(),
                item.title(),
                item.htmlUrl(),
                author(row),
                item.openedAt(),
                item.mergedAt() == null ? item.closedAt() : item.mergedAt(),
                row.outcome().answer());
    }

    private ParticipantView contributor(WeekEvent event) {
        KnownAccount account = accounts.known(event.account());
        return ParticipantViews.of(classification.participant(account, repository, event.association(), event.time()));
    }

    private ParticipantView merger(WeekEvent event) {
        KnownAccount account = accounts.known(event.merger());
        return ParticipantViews.of(classification.participant(account, repository, event.time()));
    }

    private ParticipantView author(@Nullable ItemRow row) {
        if (row == null) {
            return ParticipantView.UNKNOWN;
        }
        ItemSnapshot item = row.snapshot();
        KnownAccount account = accounts.known(item.author());
        return ParticipantViews.of(
                classification.participant(account, repository, item.association(), item.openedAt()));
    }

    private static @Nullable Instant answeredAt(@Nullable ItemRow row) {
        Answer answer = row == null ? null : row.outcome().answer();
        return answer == null ? null : answer.mergedAt();
    }
}
