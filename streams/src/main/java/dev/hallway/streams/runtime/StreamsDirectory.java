// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.runtime;

import dev.hallway.contract.RepositoryPartitioner;
import dev.hallway.contract.Topics;
import dev.hallway.streams.community.CommunityStores;
import dev.hallway.streams.failure.UnreadableStores;
import dev.hallway.streams.http.CommunityDirectory;
import dev.hallway.streams.http.Located;
import dev.hallway.streams.http.Readiness;
import dev.hallway.streams.people.Classification;
import dev.hallway.streams.query.StoreReader;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.state.TableReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Finds the instance that holds a repository, by what Kafka Streams tells of the whole application. */
final class StreamsDirectory implements CommunityDirectory, Readiness {

    private static final Located STARTING = new Located.NotReady("The figures are being loaded; ask again soon.");
    private static final String LAG = "records-lag";

    private static final Located MOVING =
            new Located.NotReady("Repositories are moving between instances; ask again soon.");

    private final AtomicReference<@Nullable Serving> serving = new AtomicReference<>();

    /** From now on, asks the given application. */
    void serve(Serving application) {
        serving.set(application);
    }

    @Override
    public Located locate(String repository) {
        Serving now = serving.get();
        if (now == null || !now.streams.state().isRunningOrRebalancing()) {
            return STARTING;
        }
        KeyQueryMetadata metadata = now.streams.queryMetadataForKey(
                CommunityStores.COMMUNITY,
                repository,
                (topic, key, value, partitions) ->
                        Optional.of(Set.of(RepositoryPartitioner.partition(key, partitions))));
        if (metadata.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
            return STARTING;
        }
        return metadata.activeHost().equals(now.self)
                ? now.here(metadata.partition())
                : elsewhere(metadata.activeHost(), Set.of(metadata.partition()));
    }

    @Override
    public List<Located> everywhere() {
        Serving now = serving.get();
        if (now == null || !now.streams.state().isRunningOrRebalancing()) {
            return List.of(STARTING);
        }
        List<Located> all = new ArrayList<>();
        Set<Integer> held = new TreeSet<>();
        for (StreamsMetadata instance : now.streams.streamsMetadataForStore(CommunityStores.COMMUNITY)) {
            Set<Integer> partitions = partitions(instance);
            held.addAll(partitions);
            if (instance.hostInfo().equals(now.self)) {
                partitions.forEach(partition -> all.add(now.here(partition)));
            } else if (!partitions.isEmpty()) {
                all.add(elsewhere(instance.hostInfo(), partitions));
            }
        }
        return held.size() == now.partitions ? all : List.of(MOVING);
    }

    /** A reader of each partition that this instance holds now, whatever the others hold. */
    List<CommunityReader> held() {
        Serving now = serving.get();
        if (now == null || !now.streams.state().isRunningOrRebalancing()) {
            return List.of();
        }
        return now.streams.streamsMetadataForStore(CommunityStores.COMMUNITY).stream()
                .filter(instance -> instance.hostInfo().equals(now.self))
                .flatMap(instance -> partitions(instance).stream())
                .map(now::here)
                .filter(Located.Here.class::isInstance)
                .map(here -> ((Located.Here) here).reader())
                .toList();
    }

    private static Set<Integer> partitions(StreamsMetadata instance) {
        return instance.topicPartitions().stream()
                .filter(partition -> partition.topic().equals(Topics.ISSUES.name()))
                .map(TopicPartition::partition)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Located elsewhere(HostInfo host, Set<Integer> partitions) {
        return new Located.Elsewhere(URI.create("http://" + host.host() + ":" + host.port()), partitions);
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

    /** The metrics of Kafka Streams; none while it does not run. */
    Map<MetricName, ? extends Metric> metrics() {
        Serving now = serving.get();
        return now == null ? Map.of() : now.streams.metrics();
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

    /**
     * An application to ask.
     *
     * @param self the address by which this instance is known to the others
     * @param partitions how many partitions all instances hold together
     * @param classification who is a person, a bot, a maintainer
     * @param unreadable learns of stores that cannot be read
     */
    record Serving(
            KafkaStreams streams,
            HostInfo self,
            int partitions,
            Classification classification,
            UnreadableStores unreadable) {

        Located here(int partition) {
            try {
                ReadOnlyKeyValueStore<Bytes, byte[]> store = streams.store(StoreQueryParameters.fromNameAndType(
                                CommunityStores.COMMUNITY, QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                        .withPartition(partition));
                TableReader tables = new TableReader(store, met -> unreadable.report(partition, met));
                return new Located.Here(partition, new StoreReader(tables, classification));
            } catch (InvalidStateStoreException moving) {
                return MOVING;
            }
        }
    }
}
