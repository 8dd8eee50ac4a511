// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallway.contract.Topics;
import dev.hallway.github.IngestCursor;
import dev.hallway.github.IngestPhase;
import dev.hallway.github.IngestStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitSinkTest {

    private final SlowSink slow = new SlowSink();
    private final GroupCommitSink sink = new GroupCommitSink(slow);

    @AfterEach
    void close() {
        slow.allowed.release(1_000);
        sink.close();
    }

    @Test
    void shouldCommitTogetherWhatCameDuringACommit() {
        // Given
        List<String> committed = new CopyOnWriteArrayList<>();
        sink.commit(page("a"), () -> committed.add("a"));
        slow.entered.acquireUninterruptibly();

        // When
        sink.commit(page("b"), () -> committed.add("b"));
        sink.commit(page("c"), () -> committed.add("c"));
        slow.allowed.release(2);
        sink.settle();

        // Then
        assertThat(slow.commits).containsExactly(List.of("a"), List.of("b", "c"));
        assertThat(committed).containsExactly("a", "b", "c");
    }

    @Test
    void shouldSayThatAPageIsCommittedOnlyWhenItIs() {
        // Given
        List<String> committed = new CopyOnWriteArrayList<>();

        // When
        sink.commit(page("a"), () -> committed.add("a"));
        slow.entered.acquireUninterruptibly();

        // Then
        assertThat(committed).isEmpty();
        slow.allowed.release();
        sink.settle();
        assertThat(committed).containsExactly("a");
    }

    @Test
    void shouldThrowWhatACommitFailedOfAndCommitNothingAfterIt() {
        // Given
        KafkaException gone = new KafkaException("The broker went away.");
        sink.commit(page("a"), () -> {});
        slow.entered.acquireUninterruptibly();
        sink.commit(page("b"), () -> {});

        // When
        slow.failure = gone;
        slow.allowed.release();

        // Then
        assertThatThrownBy(sink::settle).isSameAs(gone);
        assertThatThrownBy(() -> sink.commit(page("c"), () -> {})).isSameAs(gone);
        assertThat(slow.commits).isEmpty();
    }

    @Test
    void shouldThrowErrorsToo() {
        // Given
        Runnable broken = () -> {
            throw new AssertionError("A listener is broken.");
        };

        // When
        sink.commit(page("a"), broken);
        slow.allowed.release();

        // Then
        assertThatThrownBy(sink::settle).isInstanceOf(AssertionError.class).hasMessage("A listener is broken.");
    }

    @Test
    void shouldHoldUpWhoeverIsFarAhead() {
        // Given
        sink.commit(page("first"), () -> {});
        slow.entered.acquireUninterruptibly();
        IntStream.range(0, 7).forEach(number -> sink.commit(page("next-" + number), () -> {}));

        // When
        Thread.currentThread().interrupt();

        // Then: it had to wait, and that can be interrupted
        assertThatThrownBy(() -> sink.commit(page("one too many"), () -> {})).isInstanceOf(InterruptException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void shouldLeaveToTheNextIngestWhatWaitsWhenItIsClosed() throws InterruptedException {
        // Given
        sink.commit(page("a"), () -> {});
        slow.entered.acquireUninterruptibly();
        sink.commit(page("b"), () -> {});

        // When
        Thread closing = new Thread(sink::close);
        closing.start();
        while (closing.getState() != Thread.State.TIMED_WAITING && closing.isAlive()) {
            Thread.onSpinWait();
        }
        slow.allowed.release();
        closing.join();

        // Then
        assertThat(slow.commits).containsExactly(List.of("a"));
        assertThatThrownBy(() -> sink.commit(page("c"), () -> {})).isInstanceOf(KafkaException.class);
    }

    private static List<OutgoingRecord<?>> page(String name) {
        IngestCursor cursor = IngestCursor.newBuilder()
                .setRepository(name)
                .setRepositoryId(1)
                .setStream(IngestStream.ISSUES)
                .setPhase(IngestPhase.HISTORY)
                .setUpdatedAt(Instant.EPOCH)
                .build();
        return List.of(new OutgoingRecord<>(Topics.INGEST_CURSORS, name, cursor, Instant.EPOCH));
    }

    /** Commits when it is allowed to. */
    private static final class SlowSink implements PageSink {

        private final Semaphore entered = new Semaphore(0);
        private final Semaphore allowed = new Semaphore(0);
        private final List<List<String>> commits = new CopyOnWriteArrayList<>();
        private volatile KafkaException failure = new KafkaException();

        @Override
        public SavedState restore() {
            return new SavedState(Map.of(), Map.of());
        }

        @Override
        public void commit(List<OutgoingRecord<?>> page, Runnable committed) {
            entered.release();
            allowed.acquireUninterruptibly();
            if (failure.getMessage() != null) {
                throw failure;
            }
            commits.add(new ArrayList<>(page.stream().map(OutgoingRecord::key).toList()));
            committed.run();
        }

        @Override
        public void close() {}
    }
}
