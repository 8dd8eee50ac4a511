// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.measure;

import dev.hallway.contract.Topic;
import dev.hallway.standalone.Cluster;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Plain consumers of committed records. */
public final class Records {

    private Records() {}

    /** A consumer that deserialises the records of each given topic by its own format. */
    public static KafkaConsumer<String, SpecificRecord> consumer(
            Cluster cluster, List<? extends Topic<String, ? extends SpecificRecord>> topics) {
        Map<String, Object> config = new HashMap<>(cluster.kafka());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, "hallway-benchmark");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByTopic(cluster, topics));
    }

    /** The partitions of a topic. */
    public static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, Topic<?, ?> topic) {
        return consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    /** Reads each topic with its own deserializer. */
    private static final class ByTopic implements Deserializer<SpecificRecord> {

        private final Map<String, Deserializer<? extends SpecificRecord>> deserializers = new HashMap<>();

        ByTopic(Cluster cluster, List<? extends Topic<String, ? extends SpecificRecord>> topics) {
            topics.forEach(topic -> deserializers.put(
                    topic.name(), topic.valueSerde(cluster.registry()).deserializer()));
        }

        @Override
        public SpecificRecord deserialize(String topic, byte[] data) {
            Deserializer<? extends SpecificRecord> deserializer = deserializers.get(topic);
            if (deserializer == null) {
                throw new IllegalArgumentException("No deserializer for the topic " + topic + ".");
            }
            return deserializer.deserialize(topic, data);
        }

        @Override
        public void close() {
            deserializers.values().forEach(Deserializer::close);
        }
    }
}
