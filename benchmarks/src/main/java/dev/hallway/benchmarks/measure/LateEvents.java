// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.measure;

import dev.hallway.benchmarks.workload.LateEvent;
import dev.hallway.contract.Topics;
import dev.hallway.standalone.Cluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Sends late events at random moments, about ten a second, whether or not earlier ones are visible yet.
 *
 * <p>Sending at moments of its own keeps the measurement out of step with the topology's commits.
 */
final class LateEvents {

    private static final int MEAN_PAUSE_MILLIS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LAST_LOOKS = Duration.ofMillis(100);

    private LateEvents() {}

    static Lateness measure(Cluster cluster, List<LateEvent> events, ProgressReporter progress) {
        var watched = List.of(Topics.CONTRIBUTOR_DIVERSITY, Topics.FEEDBACK_LATENCY);
        try (Loading loading = new Loading(cluster, 0);
                KafkaConsumer<String, SpecificRecord> consumer = Records.consumer(cluster, watched)) {
            List<TopicPartition> partitions = new ArrayList<>();
            watched.forEach(topic -> partitions.addAll(Records.partitions(consumer, topic)));
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            return new Watch(loading, consumer).run(events, progress);
        }
    }

    /** Sends and watches in one thread, so that both read the same clock. */
    private static final class Watch {

        private final Loading loading;
        private final KafkaConsumer<String, SpecificRecord> consumer;
        private final Map<String, Long> sentAt = new HashMap<>();
        private final List<Long> nanos = new ArrayList<>();
        private final SplittableRandom random = new SplittableRandom(1);

        Watch(Loading loading, KafkaConsumer<String, SpecificRecord> consumer) {
            this.loading = loading;
            this.consumer = consumer;
        }

        Lateness run(List<LateEvent> events, ProgressReporter progress) {
            long next = System.nanoTime();
            for (LateEvent event : events) {
                look(next);
                sentAt.put(row(event.shownOn().name(), event.row()), System.nanoTime());
                loading.send(event.event());
                next += Duration.ofMillis(random.nextInt(2 * MEAN_PAUSE_MILLIS)).toNanos();
                progress.report("late events seen", nanos.size(), events.size());
            }
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!sentAt.isEmpty() && System.nanoTime() - end < 0) {
                look(System.nanoTime() + LAST_LOOKS.toNanos());
            }
            progress.report("late events seen", nanos.size(), events.size());
            if (!sentAt.isEmpty()) {
                throw new IllegalStateException(
                        sentAt.size() + " of " + events.size() + " late events changed nothing: " + sentAt.keySet());
            }
            return Lateness.of(nanos);
        }

        private void look(long until) {
            for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
                for (ConsumerRecord<String, SpecificRecord> record : consumer.poll(Duration.ofNanos(left))) {
                    Long sent = sentAt.remove(row(record.topic(), record.key()));
                    if (sent != null) {
                        nanos.add(System.nanoTime() - sent);
                    }
                }
            }
        }

        private static String row(String topic, String key) {
            return topic + " " + key;
        }
    }
}
