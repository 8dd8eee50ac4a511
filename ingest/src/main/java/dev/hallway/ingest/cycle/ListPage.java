// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.cycle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.ingest.github.Answer;
import dev.hallway.ingest.translate.Snapshots;
import dev.hallway.ingest.translate.Translation;
import java.util.ArrayList;
import java.util.List;

/**
 * The entities of one page: those that could be read, and those that could not.
 *
 * @param size number of entities GitHub sent
 */
record ListPage(List<Snapshot> snapshots, List<Translation.Unreadable<Snapshot>> unreadable, int size) {

    static final ListPage EMPTY = new ListPage(List.of(), List.of(), 0);

    ListPage {
        snapshots = List.copyOf(snapshots);
        unreadable = List.copyOf(unreadable);
    }

    /** This page and another combined. */
    ListPage and(ListPage other) {
        List<Snapshot> both = new ArrayList<>(snapshots);
        both.addAll(other.snapshots);
        List<Translation.Unreadable<Snapshot>> bothUnreadable = new ArrayList<>(unreadable);
        bothUnreadable.addAll(other.unreadable);
        return new ListPage(both, bothUnreadable, size + other.size);
    }

    /** How one entity of a list is read. */
    @FunctionalInterface
    interface EntityReader {
        Translation<Snapshot> read(Snapshots snapshots, JsonNode node);
    }

    static ListPage read(String repository, Answer.Fresh answer, EntityReader reader) {
        Snapshots context = new Snapshots(repository, answer.date());
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
