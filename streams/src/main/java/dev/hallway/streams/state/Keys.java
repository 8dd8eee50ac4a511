// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.state;

import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/** The serdes of {@link StoreKey}s. */
public final class Keys {

    /** Writes whole keys and beginnings of keys alike, for range and prefix scans. */
    public static final Serializer<StoreKey> SERIALIZER = (topic, key) -> bytes(key);

    private Keys() {}

    /** A serde for one type of key. */
    public static <K extends StoreKey> Serde<K> serde(Function<KeyReader, K> reader) {
        return Serdes.serdeFrom((topic, key) -> bytes(key), (topic, bytes) -> reader.apply(new KeyReader(bytes)));
    }

    private static byte[] bytes(StoreKey key) {
        KeyWriter writer = new KeyWriter();
        key.writeTo(writer);
        return writer.toBytes();
    }
}
