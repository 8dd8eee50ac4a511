// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.story;

import dev.hallway.streams.fact.ItemFacts;
import dev.hallway.streams.fact.Link;
import dev.hallway.streams.fact.StoryInput;
import dev.hallway.streams.state.Keys;
import dev.hallway.streams.state.StoreKey;
import dev.hallway.streams.story.LinkKey.Progress;
import dev.hallway.streams.story.LinkKey.Strength;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The pull requests that refer to items; every question costs the same however many there are. */
final class Links {

    private final KeyValueStore<LinkKey, Link> store;

    Links(KeyValueStore<LinkKey, Link> store) {
        this.store = store;
    }

    /** Puts the link in; true if it was not there. */
    boolean add(String item, Link link) {
        LinkKey key = LinkKey.of(item, link);
        boolean isNew = store.get(key) == null;
        store.put(key, link);
        return isNew;
    }

    /** Takes the link out; true if it was there. */
    boolean remove(String item, Link link) {
        return store.delete(LinkKey.of(item, link)) != null;
    }

    /** The first closing pull request merged strictly after the item was opened; ties go to the lower number. */
    Optional<Link> firstMergeAfterOpening(ItemFacts item) {
        String key = key(item);
        long opened = item.openedAt().getEpochSecond();
        try (KeyValueIterator<LinkKey, Link> merges =
                store.range(LinkKey.closedByMergeAfter(key, opened), LinkKey.behindMerges(key, Strength.CLOSES))) {
            return merges.hasNext() ? Optional.of(merges.next().value) : Optional.empty();
        }
    }

    /** The last merge of any pull request that refers to the item. */
    Optional<Instant> lastMerge(ItemFacts item) {
        String key = key(item);
        return Arrays.stream(Strength.values())
                .map(strength -> lastMerge(key, strength))
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
    }

    /** True if a pull request that would close the item is open. */
    boolean anyClosingIsOpen(ItemFacts item) {
        return any(new LinkKey.Beginning(key(item), Strength.CLOSES, Progress.OPEN));
    }

    /** The first links of the item in the order of their keys. */
    List<Link> first(ItemFacts item, int most) {
        List<Link> links = new ArrayList<>();
        try (KeyValueIterator<LinkKey, Link> all = store.prefixScan(new LinkKey.OfItem(key(item)), Keys.SERIALIZER)) {
            while (all.hasNext() && links.size() < most) {
                links.add(all.next().value);
            }
        }
        return links;
    }

    private Optional<Instant> lastMerge(String item, Strength strength) {
        LinkKey first = new LinkKey(item, strength, Progress.MERGED, Long.MIN_VALUE, 0, "");
        try (KeyValueIterator<LinkKey, Link> merges = store.reverseRange(first, LinkKey.behindMerges(item, strength))) {
            return merges.hasNext()
                    ? Optional.of(Objects.requireNonNull(merges.next().value.mergedAt(), "merged without a time"))
                    : Optional.empty();
        }
    }

    private boolean any(StoreKey beginning) {
        try (KeyValueIterator<LinkKey, Link> links = store.prefixScan(beginning, Keys.SERIALIZER)) {
            return links.hasNext();
        }
    }

    private static String key(ItemFacts item) {
        return StoryInput.key(item.repository(), item.number());
    }
}
