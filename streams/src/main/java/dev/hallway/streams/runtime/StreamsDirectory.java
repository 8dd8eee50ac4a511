// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.runtime;

import dev.hallway.streams.http.CommunityDirectory;
import dev.hallway.streams.http.Located;
import dev.hallway.streams.http.Readiness;
import dev.hallway.streams.repository.RepositoryStores;
import dev.hallway.streams.repository.StoreReader;
import dev.hallway.streams.state.StoreSource;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

/** Finds the instance that holds a repository, by what Kafka Streams tells of the whole application. */
final class StreamsDirectory implements CommunityDirectory, Readiness {

    private static final Located STARTING = new Located.NotReady("The figures are being loaded; ask again soon.");
    private static final String LAG = "records-lag";

    private final AtomicReference<@Nullable Serving> serving = new AtomicReference<>();

    /** From now on, asks the given application, to which this instance is known by the given address. */
    void serve(KafkaStreams streams, HostInfo self) {
        serving.set(new Serving(streams, self));
    }

    @Override
    public Located locate(String repository) {
        Serving now = serving.get();
        if (now == null || !now.streams.state().isRunningOrRebalancing()) {
            return STARTING;
        }
        KeyQueryMetadata metadata = now.streams.queryMetadataForKey(
                RepositoryStores.QUERIED, repository.toLowerCase(Locale.ROOT), new StringSerializer());
        return metadata.equals(KeyQueryMetadata.NOT_AVAILABLE) ? STARTING : now.at(metadata.activeHost());
    }

    @Override
    public List<Located> everywhere() {
        Serving now = serving.get();
        if (now == null || !now.streams.state().isRunningOrRebalancing()) {
            return List.of(STARTING);
        }
        Set<HostInfo> hosts = new LinkedHashSet<>();
        for (StreamsMetadata instance : now.streams.streamsMetadataForStore(RepositoryStores.QUERIED)) {
            hosts.add(instance.hostInfo());
        }
        List<Located> all = new ArrayList<>();
        hosts.forEach(host -> all.add(now.at(host)));
        return all.isEmpty() ? List.of(STARTING) : all;
    }

    @Override
    public Report report() {
        Serving now = serving.get();
        if (now == null) {
            return new Report(false, "STARTING", Map.of());
        }
        KafkaStreams.State state = now.streams.state();
        return new Report(state == KafkaStreams.State.RUNNING, state.name(), lag(now.streams));
    }

    private static Map<String, Long> lag(KafkaStreams streams) {
        Map<String, Long> lag = new TreeMap<>();
        for (Map.Entry<MetricName, ? extends Metric> metric : streams.metrics().entrySet()) {
            String topic = metric.getKey().tags().get("topic");
            if (metric.getKey().name().equals(LAG)
                    && topic != null
                    && metric.getValue().metricValue() instanceof Double records
                    && !records.isNaN()) {
                lag.merge(topic, Math.round(records), Long::sum);
            }
        }
        // Kafka's clients tell the lag of a topic with dots a second time, under its name with underscores.
        List.copyOf(lag.keySet()).stream()
                .filter(topic -> topic.indexOf('.') >= 0)
                .forEach(topic -> lag.remove(topic.replace('.', '_')));
        return lag;
    }

    private record Serving(KafkaStreams streams, HostInfo self) {

        Located at(HostInfo host) {
            if (!host.equals(self)) {
                return new Located.Elsewhere(URI.create("http://" + host.host() + ":" + host.port()));
            }
            try {
                return new Located.Here(StoreReader.over(StoreSource.of(streams)));
            } catch (InvalidStateStoreException moving) {
                return STARTING;
            }
        }
    }
}
