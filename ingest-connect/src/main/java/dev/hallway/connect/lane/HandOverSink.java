// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect.lane;

import dev.hallway.connect.offset.SourcePages;
import dev.hallway.connect.offset.StoredOffsets;
import dev.hallway.contract.Topic;
import dev.hallway.ingest.IngestSettings;
import dev.hallway.ingest.publish.OutgoingRecord;
import dev.hallway.ingest.publish.PageSink;
import dev.hallway.ingest.publish.RecordSerializer;
import dev.hallway.ingest.publish.SavedState;
import dev.hallway.service.topic.CommittedRecords;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** Commits pages by handing them to the thread that polls. */
final class HandOverSink implements PageSink {

    private final HandOver handOver;
    private final IngestSettings settings;
    private final OffsetStorageReader offsets;
    private final ForgottenLookup forgotten;
    private final RecordSerializer serializer;
    private final SourcePages pages;

    HandOverSink(
            HandOver handOver,
            IngestSettings settings,
            OffsetStorageReader offsets,
            ForgottenLookup forgotten,
            int partitions,
            Clock clock) {
        this.handOver = handOver;
        this.settings = settings;
        this.offsets = offsets;
        this.forgotten = forgotten;
        this.serializer = new RecordSerializer(settings.registry(), clock);
        this.pages = new SourcePages(settings.host(), serializer, partitions);
    }

    @Override
    public SavedState restore() {
        try (StoredOffsets stored = new StoredOffsets(offsets, settings.registry(), settings.host())) {
            SavedState state = stored.restore(settings.repositories());
            pages.goOnFrom(stored);
            return new SavedState(
                    state.cursors(), state.repositories(), forgotten.look(settings.kafka(), settings.registry()));
        }
    }

    @Override
    public void commit(List<OutgoingRecord<?>> page, Runnable committed) {
        try {
            handOver.give(pages.page(page));
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        }
        committed.run();
    }

    @Override
    public <V extends SpecificRecord> void forEachCommitted(
            Topic<String, V> topic, Predicate<String> wanted, Consumer<V> consumer) {
        new CommittedRecords(settings.kafka(), settings.registry()).forEach(topic, wanted, consumer);
    }

    @Override
    public void close() {
        serializer.close();
    }
}
