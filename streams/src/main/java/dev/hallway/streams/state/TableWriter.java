// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.state;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** Reads and writes the tables of a task's store. */
public final class TableWriter extends TableReader {

    private final KeyValueStore<Bytes, byte[]> store;
    private boolean ends;

    /** Writes to the store of a task; only its own thread may. */
    public TableWriter(KeyValueStore<Bytes, byte[]> store) {
        super(store);
        this.store = store;
    }

    /** Puts a row under its key. */
    public <K extends StoreKey, V> void put(Table<K, V> table, K key, V row) {
        putEnd();
        store.put(table.key(key), table.row(row));
    }

    /** Takes the row of a key out, if there is one. */
    @SuppressWarnings("NullAway") // Kafka's interfaces are not annotated; null deletes without reading.
    public <K extends StoreKey> void delete(Table<K, ?> table, K key) {
        store.put(table.key(key), null);
    }

    private void putEnd() {
        if (!ends) {
            if (bytes(END) == null) {
                store.put(END, new byte[] {1});
            }
            ends = true;
        }
    }
}
