// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.state;

import java.io.IOException;
import java.util.function.Consumer;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables of a store; what cannot be read is an {@link UnreadableStoreException}, never a missing row.
 *
 * <p>Kafka's iterators do not tell the end of a store from a block that cannot be read. Every store that holds anything
 * therefore ends in {@link #END}, and every scan must get past its own rows. Not for use by several threads at once.
 */
public class TableReader {

    /** The last key of every store. */
    static final Bytes END = Bytes.wrap(new byte[] {-1});

    private final ReadOnlyKeyValueStore<Bytes, byte[]> store;
    private final Consumer<UnreadableStoreException> whenUnreadable;
    private @Nullable BinaryDecoder decoder;

    /** Reads the store of a task, or of one partition. */
    public TableReader(ReadOnlyKeyValueStore<Bytes, byte[]> store) {
        this(store, unreadable -> {});
    }

    /**
     * Reads the store of one partition.
     *
     * @param whenUnreadable told if it cannot be read, before the exception is thrown
     */
    public TableReader(ReadOnlyKeyValueStore<Bytes, byte[]> store, Consumer<UnreadableStoreException> whenUnreadable) {
        this.store = store;
        this.whenUnreadable = whenUnreadable;
    }

    /** The row of a key; null if there is none. */
    public final <K extends StoreKey, V> @Nullable V get(Table<K, V> table, K key) {
        byte[] row = bytes(table.key(key));
        return row == null ? null : row(table, row);
    }

    /** All rows whose keys begin so, in order. */
    public final <K extends StoreKey, V> Scan<K, V> scan(Table<K, V> table, StoreKey beginning) {
        Bytes from = table.key(beginning);
        return scan(table, from, from);
    }

    /** All rows whose keys begin so, from the given key on. */
    public final <K extends StoreKey, V> Scan<K, V> scan(Table<K, V> table, StoreKey beginning, StoreKey from) {
        return scan(table, table.key(beginning), table.key(from));
    }

    /** All rows of a table, in order. */
    public final <K extends StoreKey, V> Scan<K, V> scan(Table<K, V> table) {
        return scan(table, writer -> {});
    }

    private <K extends StoreKey, V> Scan<K, V> scan(Table<K, V> table, Bytes beginning, Bytes from) {
        try {
            return new Scan<>(table, beginning.get(), store.range(from, END), this);
        } catch (ProcessorStateException unreadable) {
            throw unreadable("The table " + table.name() + " cannot be read", unreadable);
        }
    }

    /** A scan came to the end of the store: fine while nothing was ever written. */
    final void storeEnded(Table<?, ?> table) {
        if (bytes(END) != null) {
            throw unreadable("The table " + table.name() + " breaks off", null);
        }
    }

    final byte @Nullable [] bytes(Bytes key) {
        try {
            return store.get(key);
        } catch (ProcessorStateException unreadable) {
            throw unreadable("A row cannot be read", unreadable);
        }
    }

    /** A row and its key. */
    final <K extends StoreKey, V> Row<K, V> row(Table<K, V> table, KeyValue<Bytes, byte[]> entry) {
        return new Row<>(key(table, entry.key), row(table, entry.value));
    }

    private <K extends StoreKey> K key(Table<K, ?> table, Bytes bytes) {
        try {
            return table.key(bytes);
        } catch (RuntimeException damaged) {
            throw unreadable("A key of the table " + table.name() + " cannot be read", damaged);
        }
    }

    private <V> V row(Table<?, V> table, byte[] bytes) {
        try {
            decoder = DecoderFactory.get().binaryDecoder(bytes, decoder);
            return table.codec().read(decoder);
        } catch (IOException | RuntimeException damaged) {
            throw unreadable("A row of the table " + table.name() + " cannot be decoded", damaged);
        }
    }

    private UnreadableStoreException unreadable(String what, @Nullable Throwable cause) {
        UnreadableStoreException unreadable = new UnreadableStoreException(what, cause);
        whenUnreadable.accept(unreadable);
        return unreadable;
    }

    /**
     * A row.
     *
     * @param key its key
     * @param value what stands there
     */
    public record Row<K, V>(K key, V value) {}
}
