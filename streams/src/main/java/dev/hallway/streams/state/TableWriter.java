// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Reads and writes the tables of a task's store. */
public final class TableWriter extends TableReader {

    private final KeyValueStore<Bytes, byte[]> store;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(256);
    private @Nullable BinaryEncoder encoder;
    private boolean ends;

    /** Writes to the store of a task; only its own thread may. */
    public TableWriter(KeyValueStore<Bytes, byte[]> store) {
        super(store);
        this.store = store;
    }

    /** Puts a row under its key. */
    public <K extends StoreKey, V> void put(Table<K, V> table, K key, V row) {
        putEnd();
        store.put(table.key(key), bytes(table, row));
    }

    /** Takes the row of a key out, if there is one. */
    @SuppressWarnings("NullAway") // Kafka's interfaces are not annotated; null deletes without reading.
    public <K extends StoreKey> void delete(Table<K, ?> table, K key) {
        store.put(table.key(key), null);
    }

    private <V> byte[] bytes(Table<?, V> table, V row) {
        try {
            buffer.reset();
            encoder = EncoderFactory.get().binaryEncoder(buffer, encoder);
            table.codec().write(row, encoder);
            encoder.flush();
            return buffer.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
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
