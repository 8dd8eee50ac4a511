// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.state;

import dev.hallway.streams.state.TableReader.Row;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the order of their keys; to be closed.
 *
 * <p>It ends at the first key that lies behind its rows. A store that ends before is not whole.
 */
public final class Scan<K extends StoreKey, V> implements AutoCloseable {

    private final Table<K, V> table;
    private final byte[] beginning;
    private final KeyValueIterator<Bytes, byte[]> entries;
    private final TableReader reader;
    private @Nullable KeyValue<Bytes, byte[]> next;
    private boolean ended;

    Scan(Table<K, V> table, byte[] beginning, KeyValueIterator<Bytes, byte[]> entries, TableReader reader) {
        this.table = table;
        this.beginning = beginning;
        this.entries = entries;
        this.reader = reader;
    }

    /** Whether another row follows. */
    public boolean hasNext() {
        if (next != null) {
            return true;
        }
        if (ended) {
            return false;
        }
        if (!entries.hasNext()) {
            ended = true;
            reader.storeEnded(table);
            return false;
        }
        KeyValue<Bytes, byte[]> entry = entries.next();
        if (beginsRight(entry.key.get())) {
            next = entry;
            return true;
        }
        ended = true;
        return false;
    }

    /** The next row. */
    public Row<K, V> next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException("The table " + table.name() + " has no further row here.");
        }
        Row<K, V> row = reader.row(table, next);
        next = null;
        return row;
    }

    /** Hands on every row that is left. */
    public void forEach(Consumer<Row<K, V>> consumer) {
        while (hasNext()) {
            consumer.accept(next());
        }
    }

    @Override
    public void close() {
        entries.close();
    }

    private boolean beginsRight(byte[] key) {
        if (key.length < beginning.length) {
            return false;
        }
        for (int i = 0; i < beginning.length; i++) {
            if (key[i] != beginning[i]) {
                return false;
            }
        }
        return true;
    }
}
