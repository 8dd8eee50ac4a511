// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.community;

import dev.hallway.streams.fact.Actor;
import dev.hallway.streams.fact.Membership;
import dev.hallway.streams.state.TableReader;
import dev.hallway.streams.state.TableWriter;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The stores of a task. */
public final class CommunityStores {

    /** All that is known; queries read it too. Most of it is written once, so nothing is gained by gathering writes. */
    public static final String COMMUNITY = "community";

    /** What is still to be derived. The same is noted again and again, so writes are gathered until the commit. */
    public static final String CHANGES = "changes";

    private static final Map<String, String> CHANGELOG = Map.of(TopicConfig.SEGMENT_BYTES_CONFIG, "67108864");

    private CommunityStores() {}

    /** Makes the store of all that is known. */
    public static StoreBuilder<KeyValueStore<Bytes, byte[]>> community() {
        return builder(COMMUNITY).withCachingDisabled();
    }

    /** Makes the store of what is still to be derived. */
    public static StoreBuilder<KeyValueStore<Bytes, byte[]>> changes() {
        return builder(CHANGES).withCachingEnabled();
    }

    static Community of(ProcessorContext<?, ?> context, Function<Actor, Membership> registry, int remembered) {
        return new Community(writer(context, COMMUNITY), writer(context, CHANGES), registry, remembered);
    }

    static TableReader reader(ProcessorContext<?, ?> context) {
        KeyValueStore<Bytes, byte[]> store = context.getStateStore(COMMUNITY);
        return new TableReader(store);
    }

    private static TableWriter writer(ProcessorContext<?, ?> context, String name) {
        KeyValueStore<Bytes, byte[]> store = context.getStateStore(name);
        return new TableWriter(store);
    }

    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingEnabled(CHANGELOG);
    }
}
