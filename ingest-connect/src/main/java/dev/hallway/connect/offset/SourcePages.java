// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect.offset;

import dev.hallway.ingest.publish.OutgoingRecord;
import dev.hallway.ingest.publish.RecordSerializer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.source.SourceRecord;

/** Turns pages into Connect's records. Not thread-safe. */
public final class SourcePages {

    private final String host;
    private final RecordSerializer serializer;
    private final Map<SourcePartition, Map<String, Object>> known = new HashMap<>();

    /** For pages of one GitHub. */
    public SourcePages(String host, RecordSerializer serializer) {
        this.host = host;
        this.serializer = serializer;
    }

    /** Takes over what was found in Connect's offsets. */
    public void goOnFrom(StoredOffsets stored) {
        known.putAll(stored.offsets());
    }

    /** The page in the same order; its state counts as known from here on. */
    public List<SourceRecord> page(List<OutgoingRecord<?>> page) {
        // A page ends with the cursor of the list it is of.
        SourcePartition list = page.stream()
                .flatMap(record -> SourcePartition.ofState(host, record).stream())
                .reduce((earlier, later) -> later)
                .orElseGet(() -> SourcePartition.ofNothing(host));
        Map<String, Object> before = known.getOrDefault(list, Map.of());
        List<SourceRecord> records = new ArrayList<>();
        Map<SourcePartition, Map<String, Object>> states = new HashMap<>();
        for (OutgoingRecord<?> record : page) {
            ProducerRecord<String, byte[]> written = serializer.serialize(record);
            Optional<SourcePartition> state = SourcePartition.ofState(host, record);
            if (state.isPresent()) {
                Map<String, Object> offset = SourceOffset.of(record.value(), written.value());
                states.put(state.get(), offset);
                records.add(sourceRecord(written, state.get(), offset));
            } else {
                records.add(sourceRecord(written, list, before));
            }
        }
        known.putAll(states);
        return records;
    }

    private static SourceRecord sourceRecord(
            ProducerRecord<String, byte[]> written, SourcePartition partition, Map<String, Object> offset) {
        // Without a partition the producer hashes the key, as it does for the ingest that runs alone.
        return new SourceRecord(
                partition.toMap(),
                offset,
                written.topic(),
                null,
                Schema.BYTES_SCHEMA,
                written.key().getBytes(StandardCharsets.UTF_8),
                Schema.BYTES_SCHEMA,
                written.value(),
                written.timestamp());
    }
}
