// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect.offset;

import dev.hallway.contract.Topics;
import dev.hallway.github.IngestStream;
import dev.hallway.ingest.cursor.CursorKey;
import dev.hallway.ingest.publish.OutgoingRecord;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a source offset belongs to.
 *
 * @param host host of the API
 * @param repository {@code owner/repo} in lower case; empty for what belongs to none
 * @param stream which list in lower case, or {@link #SNAPSHOT}
 */
record SourcePartition(String host, String repository, String stream) {

    /** The latest snapshot of the repository itself. */
    static final String SNAPSHOT = "snapshot";

    static SourcePartition ofCursor(String host, String repository, IngestStream stream) {
        return ofCursorKey(new CursorKey(host, repository, stream).toString());
    }

    static SourcePartition ofSnapshot(String host, String repository) {
        return new SourcePartition(host.toLowerCase(Locale.ROOT), repository.toLowerCase(Locale.ROOT), SNAPSHOT);
    }

    /** The partition of records that come without state. */
    static SourcePartition ofNothing(String host) {
        return new SourcePartition(host.toLowerCase(Locale.ROOT), "", "");
    }

    /** The partition whose state a record is; empty if it is a fact. */
    static Optional<SourcePartition> ofState(String host, OutgoingRecord<?> record) {
        String topic = record.topic().name();
        if (topic.equals(Topics.INGEST_CURSORS.name())) {
            return Optional.of(ofCursorKey(record.key()));
        }
        return topic.equals(Topics.REPOSITORIES.name())
                ? Optional.of(ofSnapshot(host, record.key()))
                : Optional.empty();
    }

    /** The key of the cursor in Kafka. */
    String cursorKey() {
        return host + "|" + repository + "|" + stream;
    }

    /** As Connect keeps it: always in the same order, because Connect compares the JSON. */
    Map<String, String> toMap() {
        return new TreeMap<>(Map.of("host", host, "repository", repository, "stream", stream));
    }

    private static SourcePartition ofCursorKey(String key) {
        String[] parts = key.split("\\|", 3);
        return new SourcePartition(parts[0], parts[1], parts[2]);
    }
}
