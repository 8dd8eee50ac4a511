// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.archive;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * One file of an archive.
 *
 * @param path where it is
 * @param name its name, which tells the hour
 * @param version its size and the checksum gzip keeps at its end, so other content has another version
 */
record ArchiveFile(Path path, String name, String version) {

    private static final int CHECKSUM_AND_LENGTH = 8;

    static ArchiveFile of(Path path) throws IOException {
        long size = Files.size(path);
        byte[] end = new byte[(int) Math.min(size, CHECKSUM_AND_LENGTH)];
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(size - end.length);
            file.readFully(end);
        }
        return new ArchiveFile(
                path,
                String.valueOf(path.getFileName()),
                size + "-" + HexFormat.of().formatHex(end));
    }
}
