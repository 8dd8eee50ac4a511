// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class StoreMetersTest {

    private static final TopicPartition CHANGELOG = new TopicPartition("hallway-community-changelog", 2);
    private static final String REMAINING =
            "hallway_store_restore_remaining_records{partition=\"2\",store=\"community\"}";

    private final PrometheusRegistry registry = new PrometheusRegistry();

    @Test
    void shouldShowHowFarARestoreIs() {
        // Given
        StoreMeters meters = new StoreMeters(registry, Map::of);
        meters.onRestoreStart(CHANGELOG, "community", 100, 1_100);

        // When
        meters.onBatchRestored(CHANGELOG, "community", 700, 600);

        // Then
        assertThat(Scrape.samples(registry))
                .containsEntry("hallway_store_restores_total{store=\"community\"}", 1.0)
                .containsEntry("hallway_store_restored_records_total{store=\"community\"}", 600.0)
                .containsEntry(REMAINING, 400.0);
    }

    @Test
    void shouldShowNoRestoreThatHasEnded() {
        // Given
        StoreMeters meters = new StoreMeters(registry, Map::of);
        meters.onRestoreStart(CHANGELOG, "community", 0, 10);

        // When
        meters.onRestoreEnd(CHANGELOG, "community", 10);

        // Then
        assertThat(Scrape.samples(registry)).doesNotContainKey(REMAINING);
    }

    @Test
    void shouldShowTheSizesThatKafkaStreamsTells() {
        // Given
        Metric size = metric("total-sst-files-size", 4_096L);
        Metric entries = metric("estimate-num-keys", 12L);

        // When
        StoreMeters meters =
                new StoreMeters(registry, () -> Map.of(size.metricName(), size, entries.metricName(), entries));

        // Then
        assertThat(meters).isNotNull();
        assertThat(Scrape.samples(registry))
                .containsEntry("hallway_store_size_bytes{partition=\"2\",store=\"community\"}", 4_096.0)
                .containsEntry("hallway_store_entries{partition=\"2\",store=\"community\"}", 12.0);
    }

    private static Metric metric(String name, Object value) {
        Map<String, String> tags = Map.of("rocksdb-state-id", "community", "task-id", "0_2", "thread-id", "one");
        MetricName metricName = new MetricName(name, "stream-state-metrics", "", tags);
        return new Metric() {
            @Override
            public MetricName metricName() {
                return metricName;
            }

            @Override
            public Object metricValue() {
                return value;
            }
        };
    }
}
