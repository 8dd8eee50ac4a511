// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.forgetting;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Has Kafka compact topics at once for a while: by itself it does so when half of a topic is out of date, and never with
 * what was written last.
 *
 * <p>The topics' own configuration is restored afterwards; after a crash, by {@link #endBrokenOff}.
 */
final class Compaction {

    /** Milliseconds between the first record of a segment and one that begins the next. */
    static final long LONGEST_SEGMENT_MILLIS = 1;

    // Whatever is written with a later time than the first record of a segment begins a new one, and all that lies
    // before
    // it may be compacted.
    private static final Map<String, String> AT_ONCE = Map.of(
            TopicConfig.SEGMENT_MS_CONFIG, Long.toString(LONGEST_SEGMENT_MILLIS),
            TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0",
            TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, "0",
            TopicConfig.DELETE_RETENTION_MS_CONFIG, "0");

    private final Admin admin;
    private final Map<String, Map<String, String>> usual;

    /**
     * For some topics.
     *
     * @param usual the configuration that a topic is created with, by topic
     */
    Compaction(Admin admin, Map<String, Map<String, String>> usual) {
        this.admin = admin;
        this.usual = usual;
    }

    /**
     * Does the work while the topics are compacted at once.
     *
     * @throws KafkaException if Kafka does not let the configuration be changed
     */
    <T> T during(Supplier<T> work) {
        endBrokenOff();
        Map<String, Map<String, String>> before = own();
        set(before.keySet().stream().collect(Collectors.toMap(topic -> topic, topic -> AT_ONCE)));
        try {
            return work.get();
        } finally {
            set(before);
        }
    }

    /** Restores what a process that was killed has left. */
    void endBrokenOff() {
        Map<String, Map<String, String>> left = own();
        left.values().removeIf(own -> !own.equals(AT_ONCE));
        left.replaceAll((topic, own) -> usual.getOrDefault(topic, Map.of()));
        set(left);
    }

    /** What was set for each topic itself, of what is changed for a while. */
    private Map<String, Map<String, String>> own() {
        Map<String, Map<String, String>> all = new HashMap<>();
        KafkaAnswer.of(admin.describeConfigs(usual.keySet().stream()
                                .map(Compaction::resource)
                                .toList())
                        .all())
                .forEach((topic, config) -> all.put(topic.name(), own(config)));
        return all;
    }

    private static Map<String, String> own(Config config) {
        return config.entries().stream()
                .filter(entry -> entry.source() == ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .filter(entry -> AT_ONCE.containsKey(entry.name()))
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    /** Sets what is given for each topic; of the rest that is changed for a while, what the broker has as its default. */
    private void set(Map<String, Map<String, String>> configurations) {
        if (configurations.isEmpty()) {
            return;
        }
        Map<ConfigResource, Collection<AlterConfigOp>> operations = new HashMap<>();
        configurations.forEach((topic, own) -> operations.put(resource(topic), operations(own)));
        KafkaAnswer.of(admin.incrementalAlterConfigs(operations).all());
    }

    private static List<AlterConfigOp> operations(Map<String, String> own) {
        return AT_ONCE.keySet().stream()
                .map(name -> new AlterConfigOp(
                        new ConfigEntry(name, own.getOrDefault(name, "")),
                        own.containsKey(name) ? OpType.SET : OpType.DELETE))
                .toList();
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
