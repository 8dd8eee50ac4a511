// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceLockTest {

    private static final URI ADDRESS = URI.create("http://127.0.0.1:8080");

    @Test
    void shouldTellTheSecondWhereTheFirstAnswers(@TempDir Path root) {
        // Given
        DataDirectory directory = DataDirectory.prepare(root);
        try (InstanceLock first = ours(InstanceLock.claim(directory))) {
            first.announce(ADDRESS);

            // When
            Claim second = InstanceLock.claim(directory);

            // Then
            assertThat(second).isEqualTo(new Claim.Theirs(Optional.of(ADDRESS)));
        }
    }

    @Test
    void shouldHaveNoAddressWhileTheFirstIsStarting(@TempDir Path root) {
        // Given
        DataDirectory directory = DataDirectory.prepare(root);
        try (InstanceLock first = ours(InstanceLock.claim(directory))) {
            assertThat(first).isNotNull();

            // When
            Claim second = InstanceLock.claim(directory);

            // Then
            assertThat(second).isEqualTo(new Claim.Theirs(Optional.empty()));
        }
    }

    @Test
    void shouldForgetTheAddressOfAProcessThatWasKilled(@TempDir Path root) throws Exception {
        // Given
        DataDirectory directory = DataDirectory.prepare(root);
        Files.writeString(directory.addressFile(), ADDRESS.toString());

        // When
        Claim claim = InstanceLock.claim(directory);

        // Then
        assertThat(directory.addressFile()).doesNotExist();
        ours(claim).close();
    }

    @Test
    void shouldTellWhetherADirectoryIsFree(@TempDir Path root) {
        // Given
        DataDirectory directory = DataDirectory.prepare(root);
        boolean whileOneRuns;

        // When
        try (InstanceLock running = ours(InstanceLock.claim(directory))) {
            running.announce(ADDRESS);
            whileOneRuns = InstanceLock.isFree(directory);
            assertThat(directory.addressFile()).exists();
        }

        // Then
        assertThat(whileOneRuns).isFalse();
        assertThat(InstanceLock.isFree(directory)).isTrue();
        ours(InstanceLock.claim(directory)).close();
    }

    @Test
    void shouldNotMakeADirectoryToSeeWhetherItIsFree(@TempDir Path root) {
        // Given
        DataDirectory missing = new DataDirectory(root.resolve("missing"));

        // When
        boolean free = InstanceLock.isFree(missing);

        // Then
        assertThat(free).isFalse();
        assertThat(missing.root()).doesNotExist();
    }

    private static InstanceLock ours(Claim claim) {
        return ((Claim.Ours) claim).lock();
    }
}
