// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.measure;

import dev.hallway.contract.Topics;
import dev.hallway.health.FlowWeek;
import dev.hallway.standalone.Cluster;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * What the metric topics say in the end, to be compared with what was made.
 *
 * @param issuesOpened issues opened in all weeks of all repositories
 * @param pullRequestsOpened pull requests opened in all weeks of all repositories
 * @param deadLetters records that could not be read or processed
 */
public record Found(long issuesOpened, long pullRequestsOpened, long deadLetters) {

    private static final Duration POLL = Duration.ofMillis(200);

    static Found on(Cluster cluster) {
        try (KafkaConsumer<String, SpecificRecord> consumer = Records.consumer(cluster, List.of(Topics.FLOW))) {
            Map<String, FlowWeek> rows = latestRows(consumer);
            return new Found(
                    rows.values().stream().mapToLong(FlowWeek::getIssuesOpened).sum(),
                    rows.values().stream()
                            .mapToLong(FlowWeek::getPullRequestsOpened)
                            .sum(),
                    consumer.endOffsets(Records.partitions(consumer, Topics.DEAD_LETTERS)).values().stream()
                            .mapToLong(Long::longValue)
                            .sum());
        }
    }

    private static Map<String, FlowWeek> latestRows(KafkaConsumer<String, SpecificRecord> consumer) {
        List<TopicPartition> partitions = Records.partitions(consumer, Topics.FLOW);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<String, FlowWeek> rows = new HashMap<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(record -> {
                if (record.value() instanceof FlowWeek row) {
                    rows.put(record.key(), row);
                } else {
                    rows.remove(record.key());
                }
            });
        }
        return rows;
    }
}
