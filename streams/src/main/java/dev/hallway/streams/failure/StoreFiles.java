// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.failure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks whether the stores in a state directory can be opened, while nobody has them open. */
public final class StoreFiles {

    private static final Logger LOG = LoggerFactory.getLogger(StoreFiles.class);
    private static final String CURRENT = "CURRENT";

    private StoreFiles() {}

    /** What is wrong with them and what helps; empty if they can be opened, or rebuild themselves. */
    public static Optional<String> unusable(Path stateDirectory) {
        if (!Files.exists(stateDirectory)) {
            return Optional.empty();
        }
        try (Stream<Path> paths = Files.walk(stateDirectory)) {
            List<Path> all = paths.toList();
            return all.stream()
                    .filter(path -> !Files.isReadable(path) || !Files.isWritable(path))
                    .findFirst()
                    .map(path -> path + " is not readable and writable for this user")
                    .or(() -> all.stream()
                            .filter(path -> path.endsWith(CURRENT))
                            .flatMap(path -> unopened(path.resolveSibling("")).stream())
                            .findFirst())
                    .map(what -> sentence(stateDirectory, what));
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.of(sentence(stateDirectory, String.valueOf(unreadable.getMessage())));
        }
    }

    /** What to say of stores that cannot be opened. */
    private static String sentence(Path stateDirectory, String what) {
        return "The stores in " + stateDirectory + " cannot be opened (" + what + "): make them readable and writable"
                + " for this user, or delete " + stateDirectory + "; they are rebuilt from Kafka.";
    }

    private static Optional<String> unopened(Path store) {
        try (RocksDB opened = RocksDB.openReadOnly(store.toString())) {
            LOG.debug("{} is at {}.", store, opened.getLatestSequenceNumber());
            return Optional.empty();
        } catch (RocksDBException refused) {
            return DamagedFiles.areDamaged(refused)
                    ? Optional.empty()
                    : Optional.of(store + ": " + refused.getMessage());
        }
    }
}
