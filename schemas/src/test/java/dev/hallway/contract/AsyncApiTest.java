// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

    private static final Path CONTRACTS = Path.of("..", "docs", "contracts");
    private static final Path COMMITTED = CONTRACTS.resolve("asyncapi.yaml");
    private static final Path WRITTEN = Path.of("target", "contracts", "asyncapi.yaml");

    @Test
    void shouldDescribeTheTopicsAsTheyAre() throws IOException {
        // When
        String document = AsyncApiDocument.yaml();

        // Then
        Files.createDirectories(WRITTEN.getParent());
        Files.writeString(WRITTEN, document);
        assertThat(COMMITTED)
                .as("The AsyncAPI document no longer describes the topics. Look at the difference, then take the new"
                        + " one: cp schemas/target/contracts/asyncapi.yaml docs/contracts/asyncapi.yaml")
                .hasContent(document);
    }

    @Test
    void shouldBeValidToAsyncApisOwnParser() throws IOException, InterruptedException {
        // Given
        assumeTrue(
                Files.isDirectory(CONTRACTS.resolve("node_modules")),
                "AsyncAPI's parser is not there; with Node: npm install --ignore-scripts --prefix docs/contracts");

        // When
        Process check = new ProcessBuilder(
                        "node", CONTRACTS.resolve("check.mjs").toString(), COMMITTED.toString())
                .redirectErrorStream(true)
                .start();
        String words = new String(check.getInputStream().readAllBytes(), UTF_8);

        // Then
        assertThat(check.waitFor()).as(words).isZero();
        assertThat(words).contains(Topics.ALL.size() + " channels");
    }
}
