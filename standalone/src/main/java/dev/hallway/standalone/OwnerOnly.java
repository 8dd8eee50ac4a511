// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Directories that nobody but their owner may look into: what is read from private repositories lies there. */
final class OwnerOnly {

    private static final Set<PosixFilePermission> PERMISSIONS = PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {}

    /** Creates a directory and those above it; one that exists stays as its owner made it. */
    static void create(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            createOrRestrict(directory);
        }
    }

    /** Creates a directory and those above it; one that exists is closed to others. */
    static void createOrRestrict(Path directory) throws IOException {
        Files.createDirectories(directory);
        PosixFileAttributeView permissions = Files.getFileAttributeView(directory, PosixFileAttributeView.class);
        // Windows has others, which by default are the owner's alone below a home directory.
        if (permissions != null) {
            permissions.setPermissions(PERMISSIONS);
        }
    }
}
