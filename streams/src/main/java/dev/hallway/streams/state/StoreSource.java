// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.state;

import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Opens stores for reading, wherever they are read from: a processor, a query, or a test. */
public interface StoreSource {

    /** The store, to read only. */
    <K, V> ReadOnlyKeyValueStore<K, V> open(Store<K, V> store);

    /** The stores as a processor sees them. */
    static StoreSource of(ProcessorContext<?, ?> context) {
        return new StoreSource() {
            @Override
            public <K, V> ReadOnlyKeyValueStore<K, V> open(Store<K, V> store) {
                return store.in(context);
            }
        };
    }

    /** The stores as queries see them, over all partitions held by this instance. */
    static StoreSource of(KafkaStreams streams) {
        return new StoreSource() {
            @Override
            public <K, V> ReadOnlyKeyValueStore<K, V> open(Store<K, V> store) {
                return store.in(streams);
            }
        };
    }
}
