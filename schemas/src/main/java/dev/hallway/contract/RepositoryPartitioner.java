// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Puts every record into the partition of its repository, so that everything about one repository is processed in one
 * task.
 *
 * <p>This is a contract: whoever writes to a topic that is partitioned
 * {@linkplain Topic.Partitioning#BY_REPOSITORY by repository} follows it. The repository is the part of the key before
 * the first {@code #} or {@code |}, in lower case; the partition is Kafka's murmur2 of its UTF-8 bytes, without the
 * sign, modulo the number of partitions.
 */
public final class RepositoryPartitioner implements Partitioner {

    // A record without a key belongs to no repository: it goes to the partition of an empty key.
    private static final String NO_KEY = "";

    /** What Kafka's producer calls; other code asks {@link #partition(String, int)}. */
    public RepositoryPartitioner() {}

    /** Makes a producer with this configuration follow the contract, whatever else is configured. */
    public static void enforce(Map<String, Object> producerConfig) {
        producerConfig.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, RepositoryPartitioner.class);
    }

    /**
     * The partition of a record.
     *
     * @param key the record key: {@code owner/repo}, alone or followed by {@code #} or {@code |} and anything
     * @param partitions number of partitions of the topic
     */
    public static int partition(String key, int partitions) {
        if (partitions < 1) {
            throw new IllegalArgumentException("A topic of " + partitions + " partitions has none for '" + key + "'.");
        }
        byte[] repository = repository(key).getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(repository)) % partitions;
    }

    /** The repository that a record key names, in lower case. */
    public static String repository(String key) {
        int end = 0;
        while (end < key.length() && key.charAt(end) != '#' && key.charAt(end) != '|') {
            end++;
        }
        return key.substring(0, end).toLowerCase(Locale.ROOT);
    }

    @Override
    public int partition(
            String topic,
            @Nullable Object key,
            byte @Nullable [] keyBytes,
            @Nullable Object value,
            byte @Nullable [] valueBytes,
            Cluster cluster) {
        String text = keyBytes == null ? NO_KEY : new String(keyBytes, StandardCharsets.UTF_8);
        return partition(text, cluster.partitionsForTopic(topic).size());
    }

    @Override
    public void configure(Map<String, ?> configs) {
        // The rule is the same everywhere.
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
