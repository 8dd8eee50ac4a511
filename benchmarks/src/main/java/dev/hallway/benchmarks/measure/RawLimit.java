// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.measure;

import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import dev.hallway.standalone.Cluster;
import java.time.Duration;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** The upper limit: one member of a consumer group that reads every input topic and does nothing with it. */
final class RawLimit {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int EMPTY_POLLS = 150;

    private RawLimit() {}

    /** Reads that many events and deserialises them; the time for joining the group is not counted. */
    static Throughput measure(Cluster cluster, ProcessHandle broker, long events, ProgressReporter progress) {
        try (KafkaConsumer<String, SpecificRecord> consumer = Records.consumer(cluster, Topics.INPUTS)) {
            consumer.subscribe(Topics.INPUTS.stream().map(Topic::name).toList());
            while (consumer.assignment().isEmpty()) {
                consumer.poll(Duration.ofMillis(1));
            }
            consumer.seekToBeginning(consumer.assignment());
            Stopwatch stopwatch = new Stopwatch(broker);
            long read = 0;
            int empty = 0;
            while (read < events) {
                ConsumerRecords<String, SpecificRecord> records = consumer.poll(POLL);
                read += records.count();
                empty = records.isEmpty() ? empty + 1 : 0;
                if (empty == EMPTY_POLLS) {
                    throw new IllegalStateException("Only " + read + " of " + events + " events can be read.");
                }
                progress.report("events read by a plain consumer", read, events);
            }
            return stopwatch.stop(read);
        }
    }
}
