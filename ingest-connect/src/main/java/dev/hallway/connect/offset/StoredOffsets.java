// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect.offset;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topics;
import dev.hallway.github.IngestCursor;
import dev.hallway.github.IngestStream;
import dev.hallway.github.Repository;
import dev.hallway.ingest.cursor.CursorKey;
import dev.hallway.ingest.publish.SavedState;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** Reads from Connect's offsets where earlier tasks stopped, whichever lane they had. Not thread-safe. */
public final class StoredOffsets implements AutoCloseable {

    private final OffsetStorageReader reader;
    private final String host;
    private final Deserializer<IngestCursor> cursorReader;
    private final Deserializer<Repository> snapshotReader;
    private final Map<SourcePartition, Map<String, Object>> offsets = new HashMap<>();
    private final Map<String, IngestCursor> cursors = new HashMap<>();
    private final Map<String, Repository> snapshots = new HashMap<>();

    /** For the offsets of one connector and one GitHub. */
    public StoredOffsets(OffsetStorageReader reader, SchemaRegistry registry, String host) {
        this.reader = reader;
        this.host = host;
        this.cursorReader = Topics.INGEST_CURSORS.valueSerde(registry).deserializer();
        this.snapshotReader = Topics.REPOSITORIES.valueSerde(registry).deserializer();
    }

    /**
     * The state of the given repositories, also under the names they have moved to.
     *
     * @throws org.apache.kafka.common.KafkaException if the registry does not answer
     */
    public SavedState restore(List<String> repositories) {
        for (String requested : repositories) {
            read(requested);
            // After a move the cursor under the old name contains the new one.
            Optional.ofNullable(cursors.get(new CursorKey(host, requested, IngestStream.REPOSITORY).toString()))
                    .map(IngestCursor::getRepository)
                    .filter(canonical -> !canonical.equalsIgnoreCase(requested))
                    .ifPresent(this::read);
        }
        return new SavedState(cursors, snapshots);
    }

    /** Every offset that {@link #restore} has found. */
    Map<SourcePartition, Map<String, Object>> offsets() {
        return Map.copyOf(offsets);
    }

    @Override
    public void close() {
        cursorReader.close();
        snapshotReader.close();
    }

    private void read(String repository) {
        Map<Map<String, String>, SourcePartition> asked = new LinkedHashMap<>();
        for (IngestStream stream : IngestStream.values()) {
            ask(SourcePartition.ofCursor(host, repository, stream), asked);
        }
        ask(SourcePartition.ofSnapshot(host, repository), asked);
        // One request for all: each makes Connect read its topic to the end.
        reader.offsets(asked.keySet()).forEach((partition, offset) -> {
            SourcePartition known = Objects.requireNonNull(asked.get(partition));
            if (offset != null) {
                offsets.put(known, offset);
                SourceOffset.bytes(known, offset).ifPresent(bytes -> understand(known, bytes));
            }
        });
    }

    private static void ask(SourcePartition partition, Map<Map<String, String>, SourcePartition> asked) {
        asked.put(partition.toMap(), partition);
    }

    private void understand(SourcePartition partition, byte[] bytes) {
        if (partition.stream().equals(SourcePartition.SNAPSHOT)) {
            snapshots.put(partition.repository(), snapshotReader.deserialize(Topics.REPOSITORIES.name(), bytes));
        } else {
            cursors.put(partition.cursorKey(), cursorReader.deserialize(Topics.INGEST_CURSORS.name(), bytes));
        }
    }
}
