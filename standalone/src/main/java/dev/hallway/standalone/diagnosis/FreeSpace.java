// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.diagnosis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The room on the disk of a directory.
 *
 * @param directory the directory, or what there is of its path
 * @param mib how much is free, in MiB
 */
public record FreeSpace(Path directory, long mib) {

    /** How much a run of any size needs, in MiB. */
    public static final long ENOUGH = 1_024;

    // Kafka lays out an index of 1 MiB for each of some seventy partitions as soon as it starts.
    private static final long FULL = 128;

    /**
     * The room there is.
     *
     * @throws IOException if the file system does not say
     */
    public static FreeSpace under(Path directory) throws IOException {
        Path existing = directory.toAbsolutePath().normalize();
        while (!Files.exists(existing)) {
            existing = existing.resolve("..").normalize();
        }
        return new FreeSpace(existing, Files.getFileStore(existing).getUsableSpace() >> 20);
    }

    /** Whether there is too little of it for anything. */
    Optional<Trouble> trouble() {
        return mib >= FULL ? Optional.empty() : Optional.of(new Trouble("Disk", sentence()));
    }

    /** How much is free, and what helps. */
    public String sentence() {
        return "The disk of " + directory + " has " + mib + " MiB free, and " + ENOUGH
                + " MiB are needed: make room, or choose a directory on another disk with --data-dir, and run the"
                + " command again. Nothing that was read is lost.";
    }
}
