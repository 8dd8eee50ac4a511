// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.held;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.Topics;
import dev.hallway.github.IngestCursor;
import dev.hallway.github.IngestPhase;
import dev.hallway.github.IngestStream;
import dev.hallway.ingest.publish.OutgoingRecord;
import dev.hallway.ingest.publish.PageSink;
import dev.hallway.ingest.publish.SavedState;
import dev.hallway.ingest.report.IngestListener;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownStateTest {

    @Test
    void shouldGoOnWithACursorOfItsOwnWhileTheOtherIsWritten() {
        // Given
        Written sink = new Written();
        KnownState known = KnownState.restore(sink, new IngestListener() {});
        IngestCursor given = cursor();

        // When
        known.commit(List.of(new OutgoingRecord<>(Topics.INGEST_CURSORS, "key", given, Instant.EPOCH)));

        // Then
        IngestCursor kept = known.cursor("key").orElseThrow();
        assertThat(kept).isEqualTo(sink.cursors.get(0)).isNotSameAs(sink.cursors.get(0));
        assertThat(kept.getAskedByRestOnly()).isNotSameAs(sink.cursors.get(0).getAskedByRestOnly());
    }

    private static IngestCursor cursor() {
        return IngestCursor.newBuilder()
                .setRepository("Hall/Way")
                .setRepositoryId(1)
                .setStream(IngestStream.REVIEWS)
                .setPhase(IngestPhase.TAIL)
                .setAskedByRestOnly(ByteBuffer.wrap(new byte[] {1, 2, 3}))
                .setUpdatedAt(Instant.EPOCH)
                .build();
    }

    /** Keeps what it was given. */
    private static final class Written implements PageSink {

        private final List<IngestCursor> cursors = new ArrayList<>();

        @Override
        public SavedState restore() {
            return new SavedState(Map.of(), Map.of());
        }

        @Override
        public void commit(List<OutgoingRecord<?>> page, Runnable committed) {
            page.forEach(record -> cursors.add((IngestCursor) record.value()));
            committed.run();
        }

        @Override
        public void close() {}
    }
}
