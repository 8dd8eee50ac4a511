// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;

/**
 * A Kafka topic as other programs may rely on it: its name, and what its records mean. Of each key, Kafka keeps the latest
 * record: every topic is bounded by what there is, and what is written anew takes the place of what was there.
 *
 * @param <K> type of the record key
 * @param <V> type of the record value
 * @param name name of the topic
 * @param owner the module that alone writes to it
 * @param keyMeaning what the key is, for people
 * @param key how keys are written
 * @param value how values are written
 * @param partitioning which partition a record is in
 * @param largest bytes that a record may have at most, compressed
 * @param meaning what one record says, for people
 */
public record Topic<K, V>(
        String name,
        Owner owner,
        String keyMeaning,
        Format<K> key,
        Format<V> value,
        Partitioning partitioning,
        int largest,
        String meaning) {

    /** The module that writes a topic. */
    public enum Owner {
        INGEST,
        STREAMS
    }

    /** Which partition a record is in. */
    public enum Partitioning {
        /** The one of its repository, which {@link RepositoryPartitioner} finds in the key. */
        BY_REPOSITORY,
        /** The only one there is. */
        SINGLE
    }

    // Record timestamps are GitHub's: with the default of a week, every week of history would get a segment of its own.
    private static final String SEGMENT_OF_A_YEAR = "31536000000";

    /** Bytes that a record of any topic may have, unless the topic says otherwise: what Kafka takes by itself. */
    public static final int LARGEST = 1_048_588;

    /** Bytes that a record as it came may have, with the headers that say why it could not be read. */
    public static final int LARGEST_AS_IT_CAME = 2 << 20;

    /** Bytes that a registry of people may have: as many as name some 100,000. */
    public static final int LARGEST_REGISTRY = 16 << 20;

    /** The topic's configuration in Kafka's own terms, sorted by name. */
    public Map<String, String> topicConfig() {
        Map<String, String> config = new TreeMap<>();
        config.put(TopicConfig.SEGMENT_MS_CONFIG, SEGMENT_OF_A_YEAR);
        config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        if (largest != LARGEST) {
            config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(largest));
        }
        return config;
    }

    /**
     * What the admin client needs to create the topic.
     *
     * @param partitions number of partitions of the topics that are partitioned by repository
     * @param replicationFactor that of the cluster
     */
    public NewTopic toNewTopic(int partitions, short replicationFactor) {
        int own =
                switch (partitioning) {
                    case BY_REPOSITORY -> partitions;
                    case SINGLE -> 1;
                };
        return new NewTopic(name, own, replicationFactor).configs(topicConfig());
    }

    /** The serde of the keys. */
    public Serde<K> keySerde(SchemaRegistry registry) {
        return key.serde(registry, true);
    }

    /** The serde of the values. */
    public Serde<V> valueSerde(SchemaRegistry registry) {
        return value.serde(registry, false);
    }
}
