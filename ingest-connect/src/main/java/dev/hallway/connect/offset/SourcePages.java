// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect.offset;

import dev.hallway.contract.RepositoryPartitioner;
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
import org.jspecify.annotations.Nullable;

/** Turns pages into Connect's records. Not thread-safe. */
public final class SourcePages {

    private final String host;
    private final RecordSerializer serializer;
    private final int partitions;
    private final Map<SourcePartition, Map<String, Object>> known = new HashMap<>();

    /**
     * For pages of one GitHub.
     *
     * @param partitions how many the input topics have
     */
    public SourcePages(String host, RecordSerializer serializer, int partitions) {
        this.partitions = partitions;
        this.host = host;
        this.serializer = serializer;
    }

    /** Continues from what was found in Connect's offsets. */
    public void goOnFrom(StoredOffsets stored) {
        known.putAll(stored.offsets());
    }

    /** The page in the same order; its state counts as known from here on. */
    public List<SourceRecord> page(List<OutgoingRecord<?>> page) {
        // A page ends with the cursor of its list.
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
                records.add(sourceRecord(record, written, state.get(), offset));
            } else {
                records.add(sourceRecord(record, written, list, before));
            }
        }
        known.putAll(states);
        return records;
    }

    private SourceRecord sourceRecord(
            OutgoingRecord<?> record,
            ProducerRecord<String, byte[]> written,
            SourcePartition partition,
            Map<String, Object> offset) {
        return new SourceRecord(
                partition.toMap(),
                offset,
                written.topic(),
                kafkaPartition(record),
                Schema.BYTES_SCHEMA,
                written.key().getBytes(StandardCharsets.UTF_8),
                Schema.BYTES_SCHEMA,
                written.value(),
                written.timestamp());
    }

    /** Set here, because the worker's producer would hash the whole key. Null leaves it to the producer. */
    private @Nullable Integer kafkaPartition(OutgoingRecord<?> record) {
        return switch (record.topic().partitioning()) {
            case BY_REPOSITORY -> RepositoryPartitioner.partition(record.key(), partitions);
            case SINGLE -> null;
        };
    }
}
