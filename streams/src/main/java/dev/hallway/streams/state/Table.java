// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.state;

import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;

/**
 * Rows of one kind within a store: one store holds several tables, so that a task has few files and few changelogs.
 *
 * <p>All keys of a table begin with its tag, so a table is one stretch of the store.
 *
 * @param <K> type of the key
 * @param <V> type of the row
 * @param tag the first byte of its keys, from 1 to 127; never given to another table
 * @param name for people
 * @param keyReader reads a key
 * @param codec writes and reads a row
 */
public record Table<K extends StoreKey, V>(int tag, String name, Function<KeyReader, K> keyReader, Codec<V> codec) {

    Bytes key(StoreKey key) {
        KeyWriter writer = new KeyWriter();
        writer.octet(tag);
        key.writeTo(writer);
        return Bytes.wrap(writer.toBytes());
    }

    K key(Bytes bytes) {
        KeyReader reader = new KeyReader(bytes.get());
        reader.octet();
        return keyReader.apply(reader);
    }
}
