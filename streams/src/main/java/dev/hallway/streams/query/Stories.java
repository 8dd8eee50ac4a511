// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.query;

import dev.hallway.health.Story;
import dev.hallway.health.StoryState;
import dev.hallway.streams.figure.LinkSummary;
import dev.hallway.streams.figure.StoryDerivation;
import dev.hallway.streams.people.Classification;
import dev.hallway.streams.state.Scan;
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
import dev.hallway.streams.store.WeekEvent;
import dev.hallway.streams.week.IsoWeek;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stories of a repository. */
final class Stories {

    private final TableReader tables;
    private final String repository;
    private final KnownAccounts accounts;
    private final StoryDerivation derivation;

    Stories(TableReader tables, Classification classification, String repository) {
        this.tables = tables;
        this.repository = repository;
        accounts = new KnownAccounts(tables, repository);
        derivation = new StoryDerivation(classification);
    }

    Optional<Story> one(long number) {
        OfItem key = new OfItem(repository, number);
        ItemRow row = tables.get(CommunityTables.ITEMS, key);
        return row == null || row.outcome().state() == null ? Optional.empty() : Optional.of(story(key, row));
    }

    List<Story> after(long number, int most, @Nullable StoryState state) {
        List<Story> page = new ArrayList<>();
        try (Scan<OfItem, ItemRow> items =
                tables.scan(CommunityTables.ITEMS, new OfRepository(repository), new OfItem(repository, number + 1))) {
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
    List<Story> newestBefore(long number, int most, @Nullable StoryState state) {
        Deque<Row<OfItem, ItemRow>> latest = new ArrayDeque<>();
        try (Scan<OfItem, ItemRow> items = tables.scan(CommunityTables.ITEMS, new OfRepository(repository))) {
            while (items.hasNext()) {
                Row<OfItem, ItemRow> item = items.next();
                if (item.key().number() >= number) {
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

    /** Those of the feedback that was answered by a merge in the week, by number. */
    List<Story> answeredIn(IsoWeek week) {
        List<Story> answered = new ArrayList<>();
        try (Scan<OfEvent, WeekEvent> events = tables.scan(CommunityTables.EVENTS, new OfWeek(repository, week))) {
            while (events.hasNext()) {
                OfEvent event = events.next().key();
                if (event.kind() == WeekEvent.Kind.FEEDBACK_ANSWERED) {
                    one(event.number()).ifPresent(answered::add);
                }
            }
        }
        return answered;
    }

    private static boolean isStory(ItemRow item, @Nullable StoryState wanted) {
        StoryState known = item.outcome().state();
        return known != null && (wanted == null || wanted == known);
    }

    private Story story(OfItem key, ItemRow row) {
        LinkSummary links = new LinkSummary(row.snapshot().openedAt());
        try (Scan<OfLink, Link> scan = tables.scan(CommunityTables.LINKS, key)) {
            scan.forEach(link -> links.add(link.value()));
        }
        return derivation.story(
                row.snapshot(), accounts.known(row.snapshot().author()).actor(), row.outcome(), links);
    }
}
