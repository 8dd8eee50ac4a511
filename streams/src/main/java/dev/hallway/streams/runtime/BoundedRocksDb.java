// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.runtime;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * Bounds the native memory of all stores of this process together.
 *
 * <p>Kafka Streams makes one RocksDB a store and partition, each with buffers of its own: without a common bound the
 * memory grows with their number. Kafka Streams creates this class by its name, so the common part is static.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {

    private static final long BLOCK_CACHE_BYTES = 96L << 20;
    private static final long WRITE_BUFFERS_BYTES = 64L << 20;
    private static final long ARENA_BLOCK_BYTES = 32L << 10;
    private static final Cache CACHE = new LRUCache(BLOCK_CACHE_BYTES);
    private static final WriteBufferManager WRITE_BUFFERS = new WriteBufferManager(WRITE_BUFFERS_BYTES, CACHE);

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        if (!(options.tableFormatConfig() instanceof BlockBasedTableConfig tables)) {
            throw new IllegalStateException("The store " + storeName + " has no block-based tables to bound.");
        }
        tables.setBlockCache(CACHE);
        tables.setCacheIndexAndFilterBlocks(true);
        tables.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(tables);
        options.setWriteBufferManager(WRITE_BUFFERS);
        options.setWriteBufferSize(8 << 20);
        // Every store takes at least one block: with the default of 1 MiB, all stores together would always be over the
        // bound, and each would write its few records to disk again and again.
        options.setArenaBlockSize(ARENA_BLOCK_BYTES);
        options.setMaxWriteBufferNumber(2);
    }

    @Override
    public void close(String storeName, Options options) {
        // The cache and the buffers belong to all stores: they live as long as the process.
    }
}
