// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.InputPartitions;
import dev.hallway.contract.RepositoryPartitioner;
import dev.hallway.contract.Topics;
import dev.hallway.service.forgotten.Forgotten;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.jspecify.annotations.Nullable;

/** Drives a task as a worker does whose transactions are polls, and keeps what it committed for as long as a test. */
final class InMemoryWorker implements SourceTaskContext, OffsetStorageReader {

    private static final int PARTITIONS = 12;

    private final Map<String, String> config = new HashMap<>();
    private final List<SourceRecord> log = new ArrayList<>();
    private final Map<Map<String, ?>, Map<String, Object>> offsets = new HashMap<>();
    private int commits;

    InMemoryWorker(Map<String, String> config) {
        this.config.putAll(config);
    }

    /** Changes the configuration for the next task. */
    void configure(String property, String value) {
        config.put(property, value);
    }

    /** Runs a task until a condition holds; after each page, and when there is none, it is looked at. */
    void runUntil(BooleanSupplier enough) throws InterruptedException {
        GitHubSourceTask task = new GitHubSourceTask(
                kafka -> new InputPartitions.Agreed(PARTITIONS), (kafka, registry) -> Forgotten.NOBODY);
        task.initialize(this);
        task.start(configs());
        try {
            while (!enough.getAsBoolean()) {
                List<SourceRecord> page = task.poll();
                if (page != null) {
                    commit(page);
                }
            }
        } finally {
            task.stop();
        }
    }

    /** Runs a task, commits so many pages, and loses the next one with the task. */
    void runAndLosePageAfter(int pages) throws InterruptedException {
        int before = commits;
        GitHubSourceTask task = new GitHubSourceTask(
                kafka -> new InputPartitions.Agreed(PARTITIONS), (kafka, registry) -> Forgotten.NOBODY);
        task.initialize(this);
        task.start(configs());
        try {
            while (true) {
                List<SourceRecord> page = task.poll();
                if (page != null && commits - before == pages) {
                    return;
                }
                if (page != null) {
                    commit(page);
                }
            }
        } finally {
            task.stop();
        }
    }

    int commits() {
        return commits;
    }

    List<SourceRecord> log() {
        return List.copyOf(log);
    }

    /** Every fact that was committed with how often, as the bytes that would be in Kafka. */
    Map<String, Integer> facts() {
        Map<String, Integer> facts = new TreeMap<>();
        for (SourceRecord record : log) {
            if (isFact(record)) {
                facts.merge(line(record), 1, Integer::sum);
            }
        }
        return facts;
    }

    static boolean isFact(SourceRecord record) {
        return !record.topic().equals(Topics.INGEST_CURSORS.name())
                && !record.topic().equals(Topics.REPOSITORIES.name());
    }

    static String line(SourceRecord record) {
        return record.topic() + " " + new String((byte[]) record.key(), StandardCharsets.UTF_8) + " "
                + record.timestamp() + " " + Base64.getEncoder().encodeToString((byte[]) record.value());
    }

    private void commit(List<SourceRecord> page) {
        assertThat(page).isNotEmpty().allSatisfy(record -> assertThat(record.kafkaPartition())
                .isEqualTo(partition(record)));
        log.addAll(page);
        page.forEach(record -> offsets.put(record.sourcePartition(), offset(record)));
        commits++;
    }

    private static @Nullable Integer partition(SourceRecord record) {
        String key = new String((byte[]) record.key(), StandardCharsets.UTF_8);
        return record.topic().equals(Topics.INGEST_CURSORS.name())
                ? null
                : RepositoryPartitioner.partition(key, PARTITIONS);
    }

    @SuppressWarnings("unchecked") // Connect's own types are wider than what a task may put into them.
    private static Map<String, Object> offset(SourceRecord record) {
        return (Map<String, Object>) record.sourceOffset();
    }

    @Override
    public Map<String, String> configs() {
        return Map.copyOf(config);
    }

    @Override
    public OffsetStorageReader offsetStorageReader() {
        return this;
    }

    @Override
    public PluginMetrics pluginMetrics() {
        throw new UnsupportedOperationException("The task measures nothing.");
    }

    @Override
    public <T> Map<String, Object> offset(Map<String, T> partition) {
        return offsets.getOrDefault(partition, Map.of());
    }

    @Override
    public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
        Map<Map<String, T>, Map<String, Object>> found = new HashMap<>();
        // As Connect does: null where nothing is stored.
        partitions.forEach(partition -> found.put(partition, offsets.get(partition)));
        return found;
    }
}
