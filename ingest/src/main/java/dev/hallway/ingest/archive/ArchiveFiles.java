// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds the archive files that the given files and directories stand for. */
public final class ArchiveFiles {

    private static final String ENDING = ".json.gz";

    private ArchiveFiles() {}

    /**
     * The files themselves, and those named {@code *.json.gz} in the directories and below, by hour.
     *
     * @throws IllegalArgumentException if there is no such file, or none in a directory
     */
    public static List<Path> find(List<Path> filesAndDirectories) {
        List<Path> files = new ArrayList<>();
        for (Path path : filesAndDirectories) {
            List<Path> found = Files.isDirectory(path) ? in(path) : List.of(path);
            if (found.isEmpty()) {
                throw new IllegalArgumentException("The directory '" + path + "' contains no archive: files named *"
                        + ENDING + " are expected, such as 2015-01-01-15.json.gz.");
            }
            found.forEach(ArchiveFiles::requireReadable);
            files.addAll(found);
        }
        return files.stream()
                .distinct()
                .sorted(Comparator.comparing(ArchiveFiles::hour).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static List<Path> in(Path directory) {
        try (Stream<Path> below = Files.walk(directory)) {
            return below.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ENDING))
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("The directory '" + directory + "' cannot be read.", unreadable);
        }
    }

    private static void requireReadable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IllegalArgumentException("The archive '" + file
                    + "' is not a readable file: name files or directories after --archive, and repositories"
                    + " before it.");
        }
    }

    private static Instant hour(Path file) {
        return ArchiveHours.hour(String.valueOf(file.getFileName())).orElse(Instant.EPOCH);
    }
}
