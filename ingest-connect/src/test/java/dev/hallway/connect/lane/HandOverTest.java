// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class HandOverTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final List<SourceRecord> FIRST = List.of(record("first"));
    private static final List<SourceRecord> SECOND = List.of(record("second"));

    private final HandOver handOver = new HandOver();
    private final AtomicInteger settled = new AtomicInteger();

    @Test
    void shouldLetTheReadingGoOnWhenThePageIsBehindTheWorker() throws InterruptedException, ExecutionException {
        // Given
        FutureTask<Void> reading = reading();

        // When
        Optional<List<SourceRecord>> first = handOver.take(LONG);
        int settledMeanwhile = settled.get();
        Optional<List<SourceRecord>> second = handOver.take(LONG);
        Optional<List<SourceRecord>> none = handOver.take(AT_ONCE);
        reading.get();

        // Then
        assertThat(first).contains(FIRST);
        assertThat(settledMeanwhile).isZero();
        assertThat(second).contains(SECOND);
        assertThat(none).isEmpty();
        assertThat(settled).hasValue(2);
    }

    @Test
    void shouldNotKeepTheWorkerWaitingWhenThereIsNoPage() throws InterruptedException {
        // When
        Optional<List<SourceRecord>> page = handOver.take(AT_ONCE);

        // Then
        assertThat(page).isEmpty();
    }

    private FutureTask<Void> reading() {
        FutureTask<Void> reading = new FutureTask<>(() -> {
            handOver.give(FIRST);
            settled.incrementAndGet();
            handOver.give(SECOND);
            settled.incrementAndGet();
            return null;
        });
        new Thread(reading, "reading").start();
        return reading;
    }

    private static SourceRecord record(String value) {
        return new SourceRecord(Map.of(), Map.of(), "topic", null, value);
    }
}
