// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.ledger;

import dev.hallway.github.IngestCursor;
import dev.hallway.ingest.numbers.NumberInventory;
import dev.hallway.ingest.page.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a check found in addition to the walks.
 *
 * @param publish snapshots that the walks did not bring
 * @param numbers what is now known of every number
 * @param cursor the check's own, if it has advanced
 * @param asked numbers that were requested individually: earlier findings about them no longer count
 * @param gaps what could not be read, by subject
 * @param reviewed pull requests of which only the reviews changed
 */
public record Findings(
        List<Snapshot> publish,
        NumberInventory numbers,
        Optional<IngestCursor.Builder> cursor,
        List<Long> asked,
        Map<String, String> gaps,
        Set<Long> reviewed) {

    /** Copies all but the numbers and the cursor. */
    public Findings {
        publish = List.copyOf(publish);
        asked = List.copyOf(asked);
        gaps = Map.copyOf(gaps);
        reviewed = Set.copyOf(reviewed);
    }

    /** Of a check that does not look at reviews. */
    public Findings(
            List<Snapshot> publish,
            NumberInventory numbers,
            Optional<IngestCursor.Builder> cursor,
            List<Long> asked,
            Map<String, String> gaps) {
        this(publish, numbers, cursor, asked, gaps, Set.of());
    }

    /** Of a check that keeps no place. */
    public static Findings of(List<Snapshot> publish, NumberInventory numbers) {
        return new Findings(publish, numbers, Optional.empty(), List.of(), Map.of());
    }

    /** Of a check that keeps no place and found nothing to publish. */
    public static Findings of(NumberInventory numbers) {
        return of(List.of(), numbers);
    }

    /** Of a check that found nothing to publish. */
    public static Findings of(NumberInventory numbers, IngestCursor.Builder cursor) {
        return new Findings(List.of(), numbers, Optional.of(cursor), List.of(), Map.of());
    }

    /** The same findings, with these pull requests' reviews to be read again. */
    public Findings reviewed(Set<Long> pullRequests) {
        return new Findings(publish, numbers, cursor, asked, gaps, pullRequests);
    }

    /**
     * The pull requests whose reviews are to be read again. Those of published ones that exist may have changed too.
     */
    Set<Long> touched() {
        Stream<Long> published = publish.stream()
                .filter(snapshot -> !snapshot.deleted())
                .flatMap(snapshot -> snapshot.pullRequest().stream());
        return Stream.concat(published, reviewed.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
