// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final int A_STREAM = 1_000;
    private static final int LONG_ENOUGH = 100;

    private final Traffic traffic = new Traffic();
    private final MockProcessorContext<String, String> context = new MockProcessorContext<>();
    private final List<Boolean> duties = new ArrayList<>();

    @Test
    void shouldAskForACommitAtTheNextLookAfterASingleRecord() {
        // Given
        Pace pace = Pace.of(context, traffic);

        // When
        pace.take();
        look();

        // Then
        assertThat(context.committed()).isTrue();
    }

    @Test
    void shouldNotAskForACommitOfNothing() {
        // Given
        Pace.of(context, traffic);

        // When
        look();

        // Then
        assertThat(context.committed()).isFalse();
    }

    @Test
    void shouldLeaveCommitsToTheIntervalWhileRecordsStreamIn() {
        // Given
        Pace pace = Pace.of(context, traffic);

        // When
        for (int i = 0; i < LONG_ENOUGH; i++) {
            take(pace, A_STREAM);
            look();
        }

        // Then
        assertThat(context.committed()).isFalse();
    }

    @Test
    void shouldAskForACommitOfWhatIsLeftSomeTimeAfterTheStream() {
        // Given
        Pace pace = Pace.of(context, traffic);
        take(pace, A_STREAM);

        // When
        look();
        boolean atOnce = context.committed();
        for (int i = 0; i < LONG_ENOUGH; i++) {
            look();
        }

        // Then
        assertThat(atOnce).isFalse();
        assertThat(context.committed()).isTrue();
    }

    @Test
    void shouldBeBusyWhenRecordsStreamIntoAnotherTask() {
        // Given
        Pace pace = Pace.of(context, traffic);
        Pace other = Pace.of(new MockProcessorContext<>(), traffic);

        // When
        pace.take();
        take(other, A_STREAM);
        look();

        // Then
        assertThat(context.committed()).isFalse();
    }

    @Test
    void shouldTellItsDutyWhetherRecordsStreamIn() {
        // Given
        Pace pace = Pace.of(context, traffic, (now, calm) -> duties.add(calm));

        // When
        look();
        take(pace, A_STREAM);
        look();

        // Then
        assertThat(duties).containsExactly(true, false);
        assertThat(context.committed()).as("what the first duty did").isTrue();
    }

    @Test
    void shouldKnowThatAllIsCommittedOnlyAtTheLookAfterTheCommit() {
        // Given
        Pace pace = Pace.of(context, traffic);
        long before = traffic.pending();
        pace.take();
        long taken = traffic.pending();

        // When
        look();
        long askedFor = traffic.pending();
        look();

        // Then
        assertThat(List.of(before, taken, askedFor, traffic.pending())).containsExactly(0L, 1L, 1L, 0L);
    }

    @Test
    void shouldLeaveNothingPendingWhenATaskIsClosed() {
        // Given
        Pace pace = Pace.of(context, traffic);
        pace.take();

        // When
        pace.close();

        // Then
        assertThat(traffic.pending()).isZero();
    }

    private static void take(Pace pace, int records) {
        for (int i = 0; i < records; i++) {
            pace.take();
        }
    }

    private void look() {
        context.scheduledPunctuators().get(0).getPunctuator().punctuate(0);
    }
}
