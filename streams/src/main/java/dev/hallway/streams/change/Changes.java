// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.change;

import dev.hallway.streams.state.RecordCodec;
import dev.hallway.streams.state.Scan;
import dev.hallway.streams.state.Table;
import dev.hallway.streams.state.TableReader.Row;
import dev.hallway.streams.state.TableWriter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What has changed since it was last derived and published.
 *
 * <p>A change is noted in a store together with the fact that made it, so nothing is forgotten by a crash. What the store
 * says is also remembered here, so that nobody has to look for it there: in a store from which much is deleted, finding
 * the first of what is left is slow.
 */
public final class Changes {

    private static final Table<ChangeKey, Bits> NOTED =
            new Table<>(1, "changes", ChangeKey::read, RecordCodec.of(Bits.class));

    private final TableWriter store;
    private final Map<String, Map<ChangeKind, NavigableMap<Long, Bits>>> noted = new LinkedHashMap<>();
    private final Map<ChangeKey, Bits> unwritten = new LinkedHashMap<>();
    private final long[] sizes = new long[ChangeKind.values().length];

    /** The changes that the store of a task holds. */
    public Changes(TableWriter store) {
        this.store = store;
        try (Scan<ChangeKey, Bits> all = store.scan(NOTED)) {
            while (all.hasNext()) {
                Row<ChangeKey, Bits> next = all.next();
                remember(next.key(), next.value());
            }
        }
    }

    /** How many changes are still to be derived. */
    public long size() {
        return Arrays.stream(sizes).sum();
    }

    /** How many changes of a kind are still to be derived. */
    public long size(ChangeKind kind) {
        return sizes[kind.ordinal()];
    }

    /** Notes that something changed. */
    public void note(String repository, ChangeKind kind, long number) {
        ChangeKey key = key(repository, kind, number);
        Bits known = bits(key);
        int bit = bit(kind, number);
        if (!known.contains(bit)) {
            save(key, known.with(bit));
        }
    }

    /** Forgets a change: it is being derived, in the same transaction. */
    public void forget(String repository, ChangeKind kind, long number) {
        ChangeKey key = key(repository, kind, number);
        Bits known = bits(key);
        int bit = bit(kind, number);
        if (known.contains(bit)) {
            save(key, known.without(bit));
        }
    }

    /** True if that has changed. */
    public boolean isNoted(String repository, ChangeKind kind, long number) {
        return bits(key(repository, kind, number)).contains(bit(kind, number));
    }

    /** True if anything of the repository is to be derived; a digest is printed from what is. */
    public boolean isToBeDerived(String repository) {
        Map<ChangeKind, NavigableMap<Long, Bits>> kinds = noted.get(repository);
        return kinds != null && kinds.size() > (kinds.containsKey(ChangeKind.DIGEST) ? 1 : 0);
    }

    /** The repository that has waited longest; it is the last one afterwards. */
    public Optional<String> nextRepository() {
        Optional<String> first = noted.keySet().stream().findFirst();
        first.ifPresent(repository -> {
            Map<ChangeKind, NavigableMap<Long, Bits>> kinds = noted.remove(repository);
            if (kinds != null) {
                noted.put(repository, kinds);
            }
        });
        return first;
    }

    /** How many repositories have changes. */
    public int repositories() {
        return noted.size();
    }

    /** The least number of a kind, not below the given one, that has changed in the repository. */
    public OptionalLong next(String repository, ChangeKind kind, long from) {
        NavigableMap<Long, Bits> pages = pages(repository, kind);
        if (kind == ChangeKind.ACCOUNT) {
            Long account = pages.ceilingKey(from);
            return account == null ? OptionalLong.empty() : OptionalLong.of(account);
        }
        long firstPage = Math.floorDiv(from, Bits.SIZE);
        for (Map.Entry<Long, Bits> page : pages.tailMap(firstPage, true).entrySet()) {
            int within = page.getKey() == firstPage ? Math.floorMod(from, Bits.SIZE) : 0;
            OptionalInt bit = page.getValue().from(within);
            if (bit.isPresent()) {
                return OptionalLong.of(page.getKey() * Bits.SIZE + bit.getAsInt());
            }
        }
        return OptionalLong.empty();
    }

    /** The greatest number of a kind, below the given one, that has changed in the repository; of any but accounts. */
    public OptionalLong previous(String repository, ChangeKind kind, long below) {
        NavigableMap<Long, Bits> pages = pages(repository, kind);
        long lastPage = Math.floorDiv(below, Bits.SIZE);
        for (Map.Entry<Long, Bits> page :
                pages.headMap(lastPage, true).descendingMap().entrySet()) {
            int within = page.getKey() == lastPage ? Math.floorMod(below, Bits.SIZE) : Bits.SIZE;
            OptionalInt bit = page.getValue().below(within);
            if (bit.isPresent()) {
                return OptionalLong.of(page.getKey() * Bits.SIZE + bit.getAsInt());
            }
        }
        return OptionalLong.empty();
    }

    private static ChangeKey key(String repository, ChangeKind kind, long number) {
        return new ChangeKey(repository, kind, kind == ChangeKind.ACCOUNT ? number : Math.floorDiv(number, Bits.SIZE));
    }

    private static int bit(ChangeKind kind, long number) {
        return kind == ChangeKind.ACCOUNT ? 0 : Math.floorMod(number, Bits.SIZE);
    }

    private Bits bits(ChangeKey key) {
        return pages(key.repository(), key.kind()).getOrDefault(key.page(), Bits.NONE);
    }

    private NavigableMap<Long, Bits> pages(String repository, ChangeKind kind) {
        Map<ChangeKind, NavigableMap<Long, Bits>> kinds = noted.get(repository);
        NavigableMap<Long, Bits> pages = kinds == null ? null : kinds.get(kind);
        return pages == null ? new TreeMap<>() : pages;
    }

    /** Writes the pages that changed, each once, however often it did. */
    public void write() {
        unwritten.forEach((key, bits) -> {
            if (bits.isEmpty()) {
                store.delete(NOTED, key);
            } else {
                store.put(NOTED, key, bits);
            }
        });
        unwritten.clear();
    }

    private void save(ChangeKey key, Bits bits) {
        unwritten.put(key, bits);
        remember(key, bits);
    }

    private void remember(ChangeKey key, Bits bits) {
        sizes[key.kind().ordinal()] += bits.size() - bits(key).size();
        if (!bits.isEmpty()) {
            noted.computeIfAbsent(key.repository(), repository -> new EnumMap<>(ChangeKind.class))
                    .computeIfAbsent(key.kind(), kind -> new TreeMap<>())
                    .put(key.page(), bits);
            return;
        }
        Map<ChangeKind, NavigableMap<Long, Bits>> kinds = noted.get(key.repository());
        NavigableMap<Long, Bits> pages = kinds == null ? null : kinds.get(key.kind());
        if (kinds != null && pages != null) {
            pages.remove(key.page());
            if (pages.isEmpty()) {
                kinds.remove(key.kind());
            }
            if (kinds.isEmpty()) {
                noted.remove(key.repository());
            }
        }
    }
}
