// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // Set before each test.
class StateOriginTest {

    @TempDir
    private Path directory;

    @Test
    void shouldKeepStoresWhereNobodyWasForgotten() {
        // When, Then
        assertThat(new StateOrigin(directory, 0).isBeforeForgetting()).isFalse();
    }

    @Test
    void shouldKnowStoresThatWereBuiltBeforeSomebodyWasForgotten() {
        // When, Then
        assertThat(new StateOrigin(directory, 1).isBeforeForgetting()).isTrue();
    }

    @Test
    void shouldKeepStoresThatWereBuiltSince() {
        // Given
        new StateOrigin(directory.resolve("new"), 1).note();

        // When, Then
        assertThat(new StateOrigin(directory.resolve("new"), 1).isBeforeForgetting())
                .isFalse();
        assertThat(new StateOrigin(directory.resolve("new"), 2).isBeforeForgetting())
                .isTrue();
    }
}
