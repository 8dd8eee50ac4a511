// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeSpaceTest {

    @Test
    void shouldSayWhatHelpsWhenTheDiskIsFull() {
        // Given
        FreeSpace space = new FreeSpace(Path.of("/srv/hallway"), 3);

        // When
        Optional<Trouble> trouble = space.trouble();

        // Then
        assertThat(trouble).hasValueSatisfying(full -> assertThat(full.sentence())
                .startsWith("The disk of /srv/hallway has 3 MiB free")
                .contains("make room", "--data-dir"));
    }

    @Test
    void shouldFindNothingWrongWithADiskThatHasRoom() {
        // When
        Optional<Trouble> trouble = new FreeSpace(Path.of("/srv/hallway"), 200).trouble();

        // Then
        assertThat(trouble).isEmpty();
    }

    @Test
    void shouldLookAtTheDiskOfADirectoryThatIsStillToBeMade(@TempDir Path directory) throws Exception {
        // When
        FreeSpace space = FreeSpace.under(directory.resolve("not/yet"));

        // Then
        assertThat(space.directory()).isEqualTo(directory);
        assertThat(space.mib()).isNotNegative();
    }
}
