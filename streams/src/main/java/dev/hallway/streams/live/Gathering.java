// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.live;

import dev.hallway.streams.live.FigureChange.OfAnything;
import dev.hallway.streams.live.FigureChange.OfRepository;
import dev.hallway.streams.live.FigureChange.OfRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes that are told together: each row once; when there are many, each repository once; and when those are many, one
 * change that stands for all. Not safe for several threads.
 */
final class Gathering {

    /** As many rows are told one by one: more than one repository has in the weeks that a commit usually touches. */
    static final int MOST_ROWS = 500;

    /** As many repositories are told one by one. */
    static final int MOST_REPOSITORIES = 200;

    private final Map<Key, OfRow> rows = new LinkedHashMap<>();
    private final Set<String> repositories = new LinkedHashSet<>();
    private boolean anything;

    boolean isEmpty() {
        return rows.isEmpty() && repositories.isEmpty() && !anything;
    }

    /** Adds a row; of one that was added before, the later word counts. */
    void add(OfRow row) {
        if (anything || repositories.contains(row.repository())) {
            return;
        }
        rows.put(new Key(row.table(), row.repository(), row.place()), row);
        if (rows.size() > MOST_ROWS) {
            repositories.addAll(rows.values().stream().map(OfRow::repository).collect(Collectors.toSet()));
            rows.clear();
        }
        if (repositories.size() > MOST_REPOSITORIES) {
            repositories.clear();
            anything = true;
        }
    }

    /** What has been gathered, and begins anew. */
    List<FigureChange> take() {
        List<FigureChange> taken = anything
                ? List.of(new OfAnything())
                : new ArrayList<>(Stream.concat(repositories.stream().map(OfRepository::new), rows.values().stream())
                        .toList());
        rows.clear();
        repositories.clear();
        anything = false;
        return taken;
    }

    private record Key(String table, String repository, FigureChange.Place place) {}
}
