// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.name;

import dev.hallway.streams.state.Store;
import dev.hallway.streams.state.Store.Caching;
import dev.hallway.streams.state.Values;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;

/** The stores of the names. */
public final class NameStores {

    /** What was told of every repository, by its name in lower case. */
    static final Store<String, Names> TOLD =
            new Store<>("told-names", Serdes.String(), Values.serde(Names.CODEC), Caching.GATHER);

    /** All of them, for the topology. */
    public static final List<Store<?, ?>> ALL = List.of(TOLD);

    private NameStores() {}
}
