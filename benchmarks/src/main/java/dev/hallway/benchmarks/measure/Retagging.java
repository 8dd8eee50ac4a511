// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.measure;

import dev.hallway.benchmarks.workload.Affiliated;
import dev.hallway.benchmarks.workload.Volume;
import dev.hallway.contract.Topics;
import dev.hallway.health.OrganisationsWeek;
import dev.hallway.standalone.Cluster;
import dev.hallway.streams.peoplewatch.PeoplePublisher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * How long a change of the people registry takes that concerns much: one person is put into it, with an organisation.
 *
 * @param seconds from publishing the registry until all figures follow it
 * @param repositories in how many repositories that person contributed
 * @param contributions how often
 */
public record Retagging(double seconds, long repositories, long contributions) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(100);

    static Retagging measure(Cluster cluster, Pipeline pipeline, Volume volume) {
        try (KafkaConsumer<String, SpecificRecord> consumer =
                Records.consumer(cluster, List.of(Topics.ORGANISATIONS))) {
            List<TopicPartition> partitions = new ArrayList<>(Records.partitions(consumer, Topics.ORGANISATIONS));
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            Map<String, Long> affiliated = new HashMap<>();
            long began = System.nanoTime();
            new PeoplePublisher(cluster.kafka(), cluster.registry()).publish(Affiliated.registry(volume));
            while (affiliated.isEmpty() && System.nanoTime() - began < PATIENCE.toNanos()) {
                take(consumer, affiliated);
            }
            pipeline.awaitSettled();
            double seconds = (System.nanoTime() - began) / 1e9;
            while (take(consumer, affiliated) > 0) {
                // Everything that was committed is read.
            }
            Set<String> repositories = new HashSet<>();
            affiliated.forEach((week, count) -> {
                if (count > 0) {
                    repositories.add(week.substring(0, week.indexOf('|')));
                }
            });
            return new Retagging(
                    seconds,
                    repositories.size(),
                    affiliated.values().stream().mapToLong(Long::longValue).sum());
        }
    }

    private static int take(KafkaConsumer<String, SpecificRecord> consumer, Map<String, Long> affiliated) {
        int records = 0;
        for (ConsumerRecord<String, SpecificRecord> record : consumer.poll(LOOK)) {
            records++;
            if (record.value() instanceof OrganisationsWeek week) {
                affiliated.put(record.key(), week.getAffiliatedContributions());
            }
        }
        return records;
    }
}
