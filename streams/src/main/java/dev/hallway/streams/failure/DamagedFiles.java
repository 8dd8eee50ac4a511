// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.failure;

import org.apache.kafka.streams.errors.ProcessorStateException;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/** Tells a store whose files are damaged from all other failures: such a store can be rebuilt from Kafka. */
public final class DamagedFiles {

    // RocksDB has a code of its own for it, which its Java does not know.
    private static final String GONE = "No such file or directory";

    private DamagedFiles() {}

    /** True if the files of a store cannot be opened, although the disk can be read and written. */
    public static boolean caused(Throwable failure) {
        boolean ofStore = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            ofStore |= cause instanceof ProcessorStateException;
            if (cause instanceof RocksDBException refused) {
                return ofStore && areDamaged(refused);
            }
        }
        return false;
    }

    /** True if files say the wrong thing, or are gone. */
    static boolean areDamaged(RocksDBException refused) {
        Status status = refused.getStatus();
        return (status != null && status.getCode() == Status.Code.Corruption)
                || String.valueOf(refused.getMessage()).contains(GONE);
    }
}
