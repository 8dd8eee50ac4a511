// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.state;

import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * A state store, declared once and used by the topology, the queries and the tests.
 *
 * <p>Stores are persistent: memory does not grow with what they hold.
 *
 * @param <K> type of the key
 * @param <V> type of the value
 * @param name its name; part of the name of its changelog topic
 * @param keySerde how keys are written
 * @param valueSerde how values are written
 * @param caching whether several changes of one key between two commits are written once; for keys that change often
 */
public record Store<K, V>(String name, Serde<K> keySerde, Serde<V> valueSerde, Caching caching) {

    /**
     * Whether changes of one key are gathered until the commit.
     *
     * <p>A gathering store must not be read backwards (Kafka Streams 4.3.1 then returns deleted keys), nor may another
     * gathering store be read while one is iterated over: what that drives out of the common memory is missed.
     */
    public enum Caching {
        /** For keys that change often. */
        GATHER,
        /** For keys that are mostly written once. */
        WRITE_THROUGH
    }

    /** What the topology needs to create the store. */
    public StoreBuilder<KeyValueStore<K, V>> builder() {
        StoreBuilder<KeyValueStore<K, V>> builder = Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(name), keySerde, valueSerde)
                .withLoggingEnabled(Map.of(TopicConfig.SEGMENT_BYTES_CONFIG, "67108864"));
        return switch (caching) {
            case GATHER -> builder.withCachingEnabled();
            case WRITE_THROUGH -> builder.withCachingDisabled();
        };
    }

    /** The store as a processor sees it. */
    public KeyValueStore<K, V> in(ProcessorContext<?, ?> context) {
        return context.getStateStore(name);
    }

    /** The store as a query sees it, over all partitions held by this instance. */
    public ReadOnlyKeyValueStore<K, V> in(KafkaStreams streams) {
        return streams.store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.keyValueStore()));
    }
}
