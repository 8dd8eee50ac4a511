// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone;

import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.standalone.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where an embedded Hallway keeps everything.
 *
 * @param root the directory
 */
public record DataDirectory(Path root) {

    /** Makes the path absolute. */
    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /** The directory, created if need be; a {@link Failure} if it cannot be written to. */
    public static DataDirectory prepare(Path root) {
        DataDirectory directory = new DataDirectory(root);
        try {
            OwnerOnly.create(directory.root());
            for (Path own : List.of(directory.kafka(), directory.registry(), directory.streams(), directory.logs())) {
                OwnerOnly.createOrRestrict(own);
            }
            Files.delete(Files.createTempFile(directory.root(), "writable", ".probe"));
            return directory;
        } catch (IOException unusable) {
            throw new Failure(
                    HallwayExitCode.DATA_DIRECTORY,
                    "Cannot write to the data directory " + directory.root()
                            + ": make it writable, or choose another with --data-dir.",
                    unusable);
        }
    }

    /** The broker's part. */
    public Path kafka() {
        return root.resolve("kafka");
    }

    /** The schema registry's part. */
    public Path registry() {
        return root.resolve("registry");
    }

    /** The stores of the streams part. */
    public Path streams() {
        return root.resolve("streams");
    }

    /** The logs. */
    public Path logs() {
        return root.resolve("logs");
    }

    /** The file whose lock says that a Hallway runs here. */
    Path lockFile() {
        return root.resolve("hallway.lock");
    }

    /** The file that says where the running Hallway answers. */
    Path addressFile() {
        return root.resolve("hallway.address");
    }
}
