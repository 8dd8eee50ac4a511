// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.state;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** Stores as Kafka Streams makes them, on the heap and without a changelog. */
public final class InMemoryStores {

    private InMemoryStores() {}

    /** A store that is still to be opened. */
    public static KeyValueStore<Bytes, byte[]> named(String name) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingDisabled()
                .withCachingDisabled()
                .build();
    }

    /** An open store. */
    public static KeyValueStore<Bytes, byte[]> opened(String name, StateStoreContext context) {
        KeyValueStore<Bytes, byte[]> store = named(name);
        store.init(context, store);
        return store;
    }
}
