// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @Test
    void shouldBeItsOwnersAlone(@TempDir Path directory) {
        // When
        DataDirectory created = DataDirectory.prepare(directory.resolve("above/data"));

        // Then
        assertThat(Stream.of(created.root(), created.kafka(), created.registry(), created.streams(), created.logs()))
                .extracting(DataDirectoryTest::permissions)
                .containsOnly("rwx------");
    }

    @Test
    void shouldCloseWhatAnEarlierVersionLeftOpen(@TempDir Path directory) throws IOException {
        // Given
        Path kafka = Files.createDirectory(directory.resolve("kafka"));
        Files.setPosixFilePermissions(kafka, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));

        // When
        DataDirectory.prepare(directory);

        // Then
        assertThat(permissions(kafka)).isEqualTo("rwx------");
        // It may be somebody's directory for other things, too.
        assertThat(permissions(directory)).isEqualTo("rwxr-xr-x");
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
