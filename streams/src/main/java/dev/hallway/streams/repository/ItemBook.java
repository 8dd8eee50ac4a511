// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.repository;

import dev.hallway.health.Story;
import dev.hallway.streams.fact.RepositoryInput.ItemChanged;
import dev.hallway.streams.fact.RepositoryInput.RepliesChanged;
import dev.hallway.streams.fact.RepositoryInput.StoryChanged;
import dev.hallway.streams.repository.RepositoryKey.Item;
import dev.hallway.streams.week.IsoWeek;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** The items of a repository: takes back what an item added to the weeks, and adds what it adds now. */
final class ItemBook {

    private final KeyValueStore<Item, ItemRecord> items;
    private final KeyValueStore<Item, Story> stories;
    private final WeekBook weeks;

    ItemBook(ProcessorContext<String, Published> context, WeekBook weeks) {
        items = RepositoryStores.ITEMS.in(context);
        stories = RepositoryStores.STORIES.in(context);
        this.weeks = weeks;
    }

    void take(String repository, ItemChanged change) {
        change(new Item(repository, change.number()), item -> item.withItem(change.item()));
    }

    void take(String repository, RepliesChanged change) {
        change(new Item(repository, change.number()), item -> item.withReplies(change.replies()));
    }

    void take(String repository, StoryChanged change) {
        Item key = new Item(repository, change.number());
        stories.put(key, change.story());
        change(key, item -> item.withAnswer(change.answer()));
    }

    private void change(Item key, UnaryOperator<ItemRecord> how) {
        ItemRecord known = items.get(key);
        ItemRecord before = known == null ? ItemRecord.UNKNOWN : known;
        ItemRecord after = how.apply(before);
        if (after.equals(before)) {
            return;
        }
        items.put(key, after.equals(ItemRecord.UNKNOWN) ? null : after);
        replace(key.repository(), ItemEffects.of(before), ItemEffects.of(after));
    }

    private void replace(String repository, ItemEffects before, ItemEffects after) {
        TreeSet<IsoWeek> touched = new TreeSet<>(before.tallies().keySet());
        touched.addAll(after.tallies().keySet());
        for (IsoWeek week : touched) {
            WeekTally was = before.tallies().getOrDefault(week, WeekTally.ZERO);
            WeekTally is = after.tallies().getOrDefault(week, WeekTally.ZERO);
            weeks.count(repository, week, is.minus(was));
        }
        if (!before.durations().equals(after.durations())) {
            before.durations().forEach(duration -> weeks.measure(repository, duration, -1));
            after.durations().forEach(duration -> weeks.measure(repository, duration, 1));
        }
    }
}
