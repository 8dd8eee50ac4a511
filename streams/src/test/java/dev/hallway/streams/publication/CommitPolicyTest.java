// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class CommitPolicyTest {

    private static final int A_STREAM = 1_000;
    private static final long LOOK = CommitPolicy.LOOK.toMillis();

    private final Activity activity = new Activity();
    private final MockProcessorContext<String, String> context = new MockProcessorContext<>();
    private final CommitPolicy policy = new CommitPolicy(context, activity);
    private long now = 1_000_000;

    @Test
    void shouldNotBeSettledBeforeItHasLooked() {
        // Given
        long before = activity.unsettled();

        // When
        look();

        // Then
        assertThat(before).isEqualTo(1);
        assertThat(activity.unsettled()).isZero();
    }

    @Test
    void shouldAskForACommitAtTheNextLookAfterASingleRecord() {
        // When
        receive(1);
        look();

        // Then
        assertThat(context.committed()).isTrue();
    }

    @Test
    void shouldAskForACommitOfWhatALookDid() {
        // When
        boolean streaming = activity.ofThisThread().isStreaming(now);
        policy.looked(now, streaming, true, 0);

        // Then
        assertThat(context.committed()).isTrue();
    }

    @Test
    void shouldNotAskForACommitOfNothing() {
        // When
        look();

        // Then
        assertThat(context.committed()).isFalse();
    }

    @Test
    void shouldNotAskMoreOftenThanEveryEightyMilliseconds() {
        // Given
        List<Long> commits = new ArrayList<>();

        // When
        for (int i = 0; i < 50; i++) {
            receive(1);
            look();
            if (context.committed()) {
                commits.add(now);
                context.resetCommit();
            }
        }

        // Then
        assertThat(commits).hasSizeGreaterThan(10);
        for (int i = 1; i < commits.size(); i++) {
            assertThat(commits.get(i) - commits.get(i - 1)).isEqualTo(80);
        }
    }

    @Test
    void shouldCountTheCommitsOfAllTasksOfAThread() {
        // Given
        MockProcessorContext<String, String> otherContext = new MockProcessorContext<>();
        CommitPolicy other = new CommitPolicy(otherContext, activity);
        receive(1);
        look();

        // When
        boolean streaming = activity.ofThisThread().isStreaming(now);
        other.looked(now, streaming, true, 0);

        // Then
        assertThat(context.committed()).isTrue();
        assertThat(otherContext.committed()).isFalse();
    }

    @Test
    void shouldLeaveCommitsToTheIntervalWhileRecordsStreamIn() {
        // Given
        look();

        // When
        for (int i = 0; i < 100; i++) {
            receive(A_STREAM);
            look();
        }

        // Then
        assertThat(context.committed()).isFalse();
    }

    @Test
    void shouldAskForACommitOfWhatIsLeftSomeTimeAfterTheStream() {
        // Given
        look();
        receive(A_STREAM);
        look();
        boolean atOnce = context.committed();

        // When
        for (int i = 0; i < 30; i++) {
            look();
        }

        // Then
        assertThat(atOnce).isFalse();
        assertThat(context.committed()).isTrue();
    }

    @Test
    void shouldKnowThatAllIsCommittedOnlyAtTheLookAfterTheCommit() {
        // Given
        look();
        long before = activity.unsettled();
        receive(1);

        // When
        look();
        long askedFor = activity.unsettled();
        look();

        // Then
        assertThat(List.of(before, askedFor, activity.unsettled())).containsExactly(0L, 1L, 0L);
    }

    @Test
    void shouldCountWhatIsStillToBeDerived() {
        // When
        policy.looked(now, activity.ofThisThread().isStreaming(now), false, 7);

        // Then
        assertThat(activity.unsettled()).isEqualTo(7);
    }

    @Test
    void shouldLeaveNothingUnsettledWhenATaskIsClosed() {
        // Given
        receive(1);
        policy.looked(now, activity.ofThisThread().isStreaming(now), true, 7);

        // When
        policy.close();

        // Then
        assertThat(activity.unsettled()).isZero();
    }

    private void receive(int records) {
        for (int i = 0; i < records; i++) {
            activity.ofThisThread().receive();
        }
    }

    private void look() {
        now += LOOK;
        policy.looked(now, activity.ofThisThread().isStreaming(now), false, 0);
    }
}
