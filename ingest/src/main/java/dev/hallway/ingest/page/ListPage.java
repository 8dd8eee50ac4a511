// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.github.PullRequest;
import dev.hallway.ingest.github.Answer;
import dev.hallway.ingest.translate.Snapshots;
import dev.hallway.ingest.translate.Translation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The entities of one page: those that could be read, and those that could not.
 *
 * @param size number of entities GitHub sent
 */
public record ListPage(List<Snapshot> snapshots, List<Translation.Unreadable<Snapshot>> unreadable, int size) {

    /** Nothing was listed. */
    public static final ListPage EMPTY = new ListPage(List.of(), List.of(), 0);

    /** Copies the lists. */
    public ListPage {
        snapshots = List.copyOf(snapshots);
        unreadable = List.copyOf(unreadable);
    }

    /** This page and another combined. */
    public ListPage and(ListPage other) {
        List<Snapshot> both = new ArrayList<>(snapshots);
        both.addAll(other.snapshots);
        List<Translation.Unreadable<Snapshot>> bothUnreadable = new ArrayList<>(unreadable);
        bothUnreadable.addAll(other.unreadable);
        return new ListPage(both, bothUnreadable, size + other.size);
    }

    /** When the newest pull request of this page was opened. */
    public Optional<Instant> newestPullRequest() {
        return snapshots.stream()
                .flatMap(snapshot ->
                        snapshot.value() instanceof PullRequest pull ? Stream.of(pull.getCreatedAt()) : Stream.empty())
                .max(Instant::compareTo);
    }

    /** How one entity of a list is read. */
    @FunctionalInterface
    public interface EntityReader {
        Translation<Snapshot> read(Snapshots snapshots, JsonNode node);
    }

    /**
     * Reads what GitHub listed.
     *
     * @param context what all entities of the answer share
     */
    public static ListPage read(Snapshots context, Answer.Fresh answer, EntityReader reader) {
        List<Snapshot> snapshots = new ArrayList<>();
        List<Translation.Unreadable<Snapshot>> unreadable = new ArrayList<>();
        for (JsonNode node : answer.json()) {
            Translation<Snapshot> translation = reader.read(context, node);
            if (translation instanceof Translation.Read<Snapshot> read) {
                snapshots.add(read.value());
            } else {
                unreadable.add((Translation.Unreadable<Snapshot>) translation);
            }
        }
        return new ListPage(snapshots, unreadable, answer.json().size());
    }
}
