// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.live;

import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows what is published on the metric topics, by any instance, from their present end on.
 *
 * <p>While Kafka is away it waits. Whenever rows may have been published that it did not see, as before it began, it says that
 * anything may have changed.
 */
public final class ChangeFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);
    // All rows of a commit come within this time, and are told together.
    private static final Duration GATHERING = Duration.ofMillis(100);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration BEFORE_ANOTHER_ATTEMPT = Duration.ofSeconds(1);
    private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(10);
    // Whether there is a value is all that is asked of it.
    private static final Deserializer<Boolean> PRESENCE = (topic, value) -> true;

    private final Supplier<Consumer<byte[], Boolean>> consumers;
    private final List<ChangeListener> listeners;
    private final Thread thread = new Thread(this::run, "follow-changes");
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable Consumer<byte[], Boolean>> current = new AtomicReference<>();
    private final Gathering gathering = new Gathering();
    private boolean complained;

    /**
     * A feed that does not run yet.
     *
     * @param kafka the properties of its consumer, without deserializers
     */
    public ChangeFeed(Map<String, Object> kafka, List<ChangeListener> listeners) {
        this(() -> new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), PRESENCE), listeners);
    }

    ChangeFeed(Supplier<Consumer<byte[], Boolean>> consumers, List<ChangeListener> listeners) {
        this.consumers = consumers;
        this.listeners = List.copyOf(listeners);
        thread.setDaemon(true);
    }

    /** Begins to follow; returns at once. */
    public void start() {
        thread.start();
    }

    /** Ends it; no listener is called any more. */
    @Override
    public void close() {
        closed.countDown();
        Consumer<byte[], Boolean> consumer = current.get();
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            thread.join(TIME_TO_CLOSE.toMillis());
            if (thread.isAlive()) {
                LOG.warn("Following what is published did not end within {}.", TIME_TO_CLOSE);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!isClosed()) {
            try {
                follow();
            } catch (WakeupException closing) {
                LOG.debug("Following what is published ends.");
            } catch (KafkaException failure) {
                complain(failure);
                pause();
            }
        }
    }

    private void follow() {
        Consumer<byte[], Boolean> consumer = consumers.get();
        try {
            current.set(consumer);
            if (!isClosed()) {
                goToTheEnd(consumer);
                // What was published before is not seen.
                tell(List.of(new FigureChange.OfAnything()));
                sayThatItGoesOn();
                gatherAndTell(consumer);
            }
        } finally {
            current.set(null);
            consumer.close(CloseOptions.timeout(BEFORE_ANOTHER_ATTEMPT));
        }
    }

    private static void goToTheEnd(Consumer<byte[], Boolean> consumer) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (Topic<?, ?> topic : Topics.OUTPUTS) {
            List<PartitionInfo> known = consumer.partitionsFor(topic.name());
            if (known.isEmpty()) {
                throw new KafkaException("There is no topic " + topic.name() + ".");
            }
            known.forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    private void gatherAndTell(Consumer<byte[], Boolean> consumer) {
        long since = 0;
        while (!isClosed()) {
            boolean waiting = gathering.isEmpty();
            long left = Math.max(0, GATHERING.toNanos() - (System.nanoTime() - since));
            for (ConsumerRecord<byte[], Boolean> record : consumer.poll(waiting ? IDLE : Duration.ofNanos(left))) {
                gather(record);
            }
            if (waiting) {
                since = System.nanoTime();
            }
            if (!gathering.isEmpty() && System.nanoTime() - since >= GATHERING.toNanos()) {
                tell(gathering.take());
            }
        }
    }

    private void gather(ConsumerRecord<byte[], Boolean> record) {
        if (record.key() != null) {
            PublishedRows.row(record.topic(), record.key(), record.value() == null)
                    .ifPresentOrElse(
                            gathering::add,
                            () -> LOG.debug("A record of {} has a key that is none of ours.", record.topic()));
        }
    }

    private void tell(List<FigureChange> changes) {
        for (ChangeListener listener : listeners) {
            try {
                listener.changed(changes);
            } catch (RuntimeException failure) { // The others are told all the same.
                LOG.error("A listener failed at {} changes.", changes.size(), failure);
            }
        }
    }

    private void complain(KafkaException failure) {
        if (!complained) {
            complained = true;
            LOG.warn(
                    "What is published cannot be followed: {} It is tried again and again; until then, open pages are not "
                            + "told that figures change.",
                    failure.getMessage(),
                    failure);
        }
    }

    private void sayThatItGoesOn() {
        if (complained) {
            complained = false;
            LOG.info("What is published is followed again.");
        }
    }

    private void pause() {
        try {
            boolean unused = closed.await(BEFORE_ANOTHER_ATTEMPT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("Nobody interrupts this thread.", interrupted);
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }
}
