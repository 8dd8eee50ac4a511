// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.operations;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** How large stores are, and what is restored of them. Safe for several threads. */
public final class StoreMeters implements StateRestoreListener {

    private static final String STORE = "store";
    private static final String PARTITION = "partition";

    private final Supplier<Map<MetricName, ? extends Metric>> kafka;
    private final Map<Restoring, Long> remaining = new ConcurrentHashMap<>();
    private final Counter restores;
    private final Counter restored;
    private final Counter rebuilds;

    /**
     * Meters in a registry.
     *
     * @param kafka the metrics of Kafka Streams; of an instance that does not run, none
     */
    public StoreMeters(PrometheusRegistry registry, Supplier<Map<MetricName, ? extends Metric>> kafka) {
        this.kafka = kafka;
        restores = Counter.builder()
                .name("hallway_store_restores")
                .help("How often the restoring of a store's partition from Kafka began.")
                .labelNames(STORE)
                .withoutExemplars()
                .register(registry);
        restored = Counter.builder()
                .name("hallway_store_restored_records")
                .help("Records from which stores were restored.")
                .labelNames(STORE)
                .withoutExemplars()
                .register(registry);
        rebuilds = Counter.builder()
                .name("hallway_store_rebuilds")
                .help("How often stores were deleted and rebuilt from Kafka because they could not be read.")
                .withoutExemplars()
                .register(registry);
        GaugeWithCallback.builder()
                .name("hallway_store_restore_remaining_records")
                .help("Records that are still to be restored, of stores that are being restored.")
                .labelNames(STORE, PARTITION)
                .callback(callback -> remaining.forEach((restoring, records) ->
                        callback.call(records, restoring.store(), Integer.toString(restoring.partition()))))
                .register(registry);
        gauge(registry, "hallway_store_size_bytes", "Bytes of a store's files on disk.", "total-sst-files-size");
        gauge(registry, "hallway_store_entries", "Estimated number of entries of a store.", "estimate-num-keys");
    }

    /** Stores that could not be read are deleted and rebuilt. */
    public void rebuilding() {
        rebuilds.inc();
    }

    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long from, long to) {
        restores.labelValues(store).inc();
        remaining.put(new Restoring(store, changelog.partition()), Math.max(0, to - from));
    }

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long lastOffset, long records) {
        restored.labelValues(store).inc(records);
        remaining.computeIfPresent(
                new Restoring(store, changelog.partition()), (key, left) -> Math.max(0, left - records));
    }

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long records) {
        remaining.remove(new Restoring(store, changelog.partition()));
    }

    @Override
    public void onRestoreSuspended(TopicPartition changelog, String store, long records) {
        remaining.remove(new Restoring(store, changelog.partition()));
    }

    private void gauge(PrometheusRegistry registry, String name, String help, String metric) {
        GaugeWithCallback.Builder gauge = GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames(STORE, PARTITION)
                .callback(callback -> show(metric, callback));
        (name.endsWith("_bytes") ? gauge.unit(Unit.BYTES) : gauge).register(registry);
    }

    /** Kafka Streams asks RocksDB on the thread of whoever asks for its metrics. */
    private void show(String metric, GaugeWithCallback.Callback callback) {
        kafka.get().forEach((name, value) -> {
            String store = name.tags().get("rocksdb-state-id");
            String task = name.tags().get("task-id");
            if (name.name().equals(metric)
                    && store != null
                    && task != null
                    && value.metricValue() instanceof Number number) {
                callback.call(number.doubleValue(), store, task.substring(task.lastIndexOf('_') + 1));
            }
        });
    }

    private record Restoring(String store, int partition) {}
}
