// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A directory for one run, which goes with all that is in it.
 *
 * @param path where it is
 */
public record WorkDirectory(Path path) implements AutoCloseable {

    /** A new one below the given directory. */
    public static WorkDirectory below(Path parent) throws IOException {
        return new WorkDirectory(Files.createTempDirectory(parent, "hallway-benchmark"));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
