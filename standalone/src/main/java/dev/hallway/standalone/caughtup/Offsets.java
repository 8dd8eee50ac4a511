// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.caughtup;

import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.standalone.failure.Failure;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** What the broker says about the offsets of one Kafka Streams application. */
final class Offsets {

    private static final Set<String> INPUTS = names(Topics.INPUTS);
    private static final Set<String> OUTPUTS = names(Topics.OUTPUTS);

    private final Admin admin;
    private final String application;

    Offsets(Admin admin, String application) {
        this.admin = admin;
        this.application = application;
    }

    /** Every partition the application reads or writes. */
    Set<TopicPartition> partitions() {
        Set<String> topics = get(admin.listTopics().names()).stream()
                .filter(name -> INPUTS.contains(name) || OUTPUTS.contains(name) || isInternal(name))
                .collect(Collectors.toSet());
        Collection<TopicDescription> descriptions =
                get(admin.describeTopics(topics).allTopicNames()).values();
        return descriptions.stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toSet());
    }

    /** True if the application reads the partition with its consumer group. */
    boolean isRead(TopicPartition partition) {
        String topic = partition.topic();
        return INPUTS.contains(topic) || (isInternal(topic) && topic.endsWith("-repartition"));
    }

    /** How far the application has read and committed; no entry if it never has. */
    Map<TopicPartition, Long> committed() {
        Map<TopicPartition, OffsetAndMetadata> group =
                get(admin.listConsumerGroupOffsets(application).partitionsToOffsetAndMetadata());
        Map<TopicPartition, Long> committed = new HashMap<>();
        group.forEach((partition, offset) -> {
            if (offset != null) {
                committed.put(partition, offset.offset());
            }
        });
        return committed;
    }

    /** The end of each partition, as a consumer with the isolation level sees it. */
    Map<TopicPartition, Long> ends(Set<TopicPartition> partitions, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        return get(admin.listOffsets(latest, new ListOffsetsOptions(isolation)).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private boolean isInternal(String topic) {
        return topic.startsWith(application + "-")
                && Stream.of("-repartition", "-changelog").anyMatch(topic::endsWith);
    }

    private static Set<String> names(List<? extends Topic<?, ?>> topics) {
        return topics.stream().map(Topic::name).collect(Collectors.toSet());
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure(
                    HallwayExitCode.FAILED, "Interrupted while asking Kafka how far the metrics are.", interrupted);
        } catch (ExecutionException failure) {
            throw new Failure(HallwayExitCode.KAFKA, "Kafka does not say how far the metrics are: " + failure, failure);
        }
    }
}
