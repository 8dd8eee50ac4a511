// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.cycle;

import dev.hallway.github.Comment;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which comments of one kind the topic holds, and below which items.
 *
 * <p>What they say is not kept: a comment takes about two hundred bytes.
 */
final class HeldComments {

    /** The last that was said of a comment; times are those of the epoch, in milliseconds. */
    private record Held(long item, long updatedAt, long observedAt, boolean deleted) {

        static Held of(Comment comment) {
            return new Held(
                    comment.getNumber(),
                    comment.getUpdatedAt().toEpochMilli(),
                    comment.getObservedAt().toEpochMilli(),
                    comment.getDeleted());
        }

        static Held later(Held one, Held other) {
            boolean first = one.updatedAt == other.updatedAt
                    ? one.observedAt > other.observedAt
                    : one.updatedAt > other.updatedAt;
            return first ? one : other;
        }
    }

    private final NavigableMap<Long, Held> byId = new TreeMap<>();
    private final Map<Long, Integer> counts = new HashMap<>();

    /** Takes a value of the topic, in any order. */
    void take(Comment comment) {
        Held known = byId.get(comment.getId());
        Held now = known == null ? Held.of(comment) : Held.later(known, Held.of(comment));
        count(known, -1);
        byId.put(comment.getId(), now);
        count(now, 1);
    }

    /** They are gone. */
    void remove(Collection<Long> ids) {
        ids.forEach(id -> count(byId.remove(id), -1));
    }

    /** How many stand below an item. */
    long count(long item) {
        return counts.getOrDefault(item, 0);
    }

    /** How many stand below the wanted items. */
    long count(LongPredicate items) {
        return counts.entrySet().stream()
                .filter(entry -> items.test(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Those below an item. */
    Set<Long> below(long item) {
        return between(0, Long.MAX_VALUE, number -> number == item);
    }

    /** Those below the wanted items, of which the id is greater than the first and at most the last. */
    Set<Long> between(long first, long last, LongPredicate items) {
        Set<Long> ids = new TreeSet<>();
        byId.subMap(first, false, last, true).forEach((id, held) -> {
            if (!held.deleted && items.test(held.item)) {
                ids.add(id);
            }
        });
        return ids;
    }

    /** The item below which a held comment stands. */
    long itemOf(long id) {
        Held held = byId.get(id);
        if (held == null) {
            throw new IllegalArgumentException("Comment " + id + " is not held.");
        }
        return held.item;
    }

    /** Whether the topic has a comment as GitHub lists it, as far as the time of its change tells. */
    boolean has(Snapshot listed) {
        Held held = byId.get(listed.id());
        return held != null
                && !held.deleted
                && held.updatedAt >= listed.updatedAt().toEpochMilli();
    }

    private void count(@Nullable Held held, int difference) {
        if (held != null && !held.deleted) {
            counts.merge(held.item, difference, Integer::sum);
        }
    }
}
