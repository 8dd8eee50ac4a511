// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TopicCatalogueTest {

    private static final Path COMMITTED = Path.of("..", "docs", "contracts", "topics.md");
    private static final Path WRITTEN = Path.of("target", "contracts", "topics.md");

    @Test
    void shouldDescribeTheTopicsAsTheyAre() throws IOException {
        // When
        String catalogue = TopicCatalogue.markdown();

        // Then
        Files.createDirectories(WRITTEN.getParent());
        Files.writeString(WRITTEN, catalogue);
        assertThat(COMMITTED)
                .as("The catalogue no longer describes the topics. Look at the difference, then take the new one:"
                        + " cp schemas/target/contracts/topics.md docs/contracts/topics.md")
                .hasContent(catalogue);
    }
}
