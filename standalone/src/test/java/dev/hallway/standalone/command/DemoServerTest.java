// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.ingest.access.Access;
import dev.hallway.standalone.DataDirectory;
import dev.hallway.standalone.HallwaySettings;
import dev.hallway.streams.peoplefile.CheckedPeople;
import dev.hallway.streams.peoplefile.PeopleFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoServerTest {

    @Test
    void shouldReplaceGitHubAndKeepWhatElseWasAskedFor(@TempDir Path directory) throws Exception {
        // Given
        Path file = Files.writeString(directory.resolve("people.yaml"), "people: [{logins: [demo-maple]}]");
        HallwaySettings asked = new HallwaySettings(
                        List.of(),
                        URI.create("https://api.github.com"),
                        Access.anonymous(),
                        DataDirectory.prepare(directory.resolve("data")),
                        1,
                        2,
                        3)
                .partitionedInto(7)
                .withPeople(Optional.of(CheckedPeople.read(new PeopleFile(file))));
        try (DemoServer demo = DemoServer.start()) {

            // When
            HallwaySettings played = demo.applyTo(asked);

            // Then
            assertThat(played.githubUrl()).isEqualTo(demo.address());
            assertThat(played.repositories()).isEqualTo(demo.repositories());
            assertThat(played.people()).isEqualTo(asked.people());
            assertThat(played.partitions()).isEqualTo(7);
        }
    }
}
