// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.cycle;

import dev.hallway.github.IngestCursor;
import dev.hallway.ingest.numbers.NumberBook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a check found beside the walks.
 *
 * @param publish snapshots that the walks did not bring
 * @param numbers what is known of every number now
 * @param cursor the check's own, if it has come further
 * @param asked numbers that GitHub was asked for by themselves: what was said of them before no longer counts
 * @param gaps what could not be read, by subject
 */
record Findings(
        List<Snapshot> publish,
        NumberBook numbers,
        Optional<IngestCursor.Builder> cursor,
        List<Long> asked,
        Map<String, String> gaps) {

    Findings {
        publish = List.copyOf(publish);
        asked = List.copyOf(asked);
        gaps = Map.copyOf(gaps);
    }

    static Findings of(List<Snapshot> publish, NumberBook numbers) {
        return new Findings(publish, numbers, Optional.empty(), List.of(), Map.of());
    }

    static Findings of(NumberBook numbers, IngestCursor.Builder cursor) {
        return new Findings(List.of(), numbers, Optional.of(cursor), List.of(), Map.of());
    }

    /** The pull requests among them that exist: their reviews may have changed too, and evidence that only reviews bring. */
    Set<Long> touched() {
        return publish.stream()
                .filter(snapshot -> !snapshot.deleted())
                .flatMap(snapshot -> snapshot.pullRequest().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
