// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.Topics;
import dev.hallway.streams.live.FigureChange.InWeek;
import dev.hallway.streams.live.FigureChange.OfAnything;
import dev.hallway.streams.live.FigureChange.OfRow;
import dev.hallway.streams.week.IsoWeek;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** With Kafka's own stand-in for its consumer, which fails when it is told to. */
class ChangeFeedTest {

    private static final TopicPartition FLOW = new TopicPartition(Topics.FLOW.name(), 0);
    private static final FigureChange ROW =
            new OfRow("flow", "dapr/dapr", new InWeek(IsoWeek.parse("2020-W08")), false);
    private static final FigureChange ANYTHING = new OfAnything();

    private final Deque<Consumer<byte[], Boolean>> consumers = new ConcurrentLinkedDeque<>();
    private final BlockingQueue<List<FigureChange>> told = new LinkedBlockingQueue<>();

    @Test
    void shouldSayThatAnythingMayHaveChangedWhenRecordsAreGoneBeforeTheyWereRead() throws InterruptedException {
        // Given
        MockConsumer<byte[], Boolean> missing = consumer();
        missing.schedulePollTask(() -> missing.setPollException(new OffsetOutOfRangeException(Map.of(FLOW, 7L))));
        MockConsumer<byte[], Boolean> next = consumer();
        next.schedulePollTask(() -> next.addRecord(row()));
        consumers.addAll(List.of(missing, next));

        // When
        try (ChangeFeed feed = new ChangeFeed(consumers::removeFirst, List.of(told::add))) {
            feed.start();

            // Then
            assertThat(List.of(told.take(), told.take(), told.take()))
                    .containsExactly(List.of(ANYTHING), List.of(ANYTHING), List.of(ROW));
            assertThat(missing.closed()).isTrue();
        }
        assertThat(next.closed()).isTrue();
    }

    @Test
    void shouldWaitForKafkaAndItsTopics() throws InterruptedException {
        // Given
        MockConsumer<byte[], Boolean> withoutTopics = new MockConsumer<>("none");
        MockConsumer<byte[], Boolean> next = consumer();
        consumers.addAll(List.of(withoutTopics, next));

        // When
        try (ChangeFeed feed = new ChangeFeed(this::consumerOrFailure, List.of(told::add))) {
            feed.start();

            // Then
            assertThat(told.take()).containsExactly(ANYTHING);
            assertThat(withoutTopics.closed()).isTrue();
        }
    }

    @Test
    void shouldTellTheOthersWhenAListenerFails() throws InterruptedException {
        // Given
        consumers.add(consumer());
        ChangeListener failing = changes -> {
            throw new IllegalStateException("It fails.");
        };

        // When
        try (ChangeFeed feed = new ChangeFeed(consumers::removeFirst, List.of(failing, told::add))) {
            feed.start();

            // Then
            assertThat(told.take()).containsExactly(ANYTHING);
        }
    }

    @Test
    void shouldEndBeforeItHasBegun() {
        // Given
        ChangeFeed feed = new ChangeFeed(consumers::removeFirst, List.of(told::add));

        // When
        feed.close();

        // Then
        assertThat(told).isEmpty();
    }

    private boolean failed;

    private Consumer<byte[], Boolean> consumerOrFailure() {
        if (!failed) {
            failed = true;
            throw new KafkaException("Nobody answers.");
        }
        return consumers.removeFirst();
    }

    private static MockConsumer<byte[], Boolean> consumer() {
        MockConsumer<byte[], Boolean> consumer = new MockConsumer<>("none");
        Topics.OUTPUTS.forEach(topic -> {
            consumer.updatePartitions(topic.name(), List.of(new PartitionInfo(topic.name(), 0, null, null, null)));
            consumer.updateEndOffsets(Map.of(new TopicPartition(topic.name(), 0), 7L));
        });
        return consumer;
    }

    private static ConsumerRecord<byte[], Boolean> row() {
        return new ConsumerRecord<>(
                FLOW.topic(), FLOW.partition(), 7, "dapr/dapr|2020-W08".getBytes(StandardCharsets.UTF_8), true);
    }
}
