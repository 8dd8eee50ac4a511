// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.SchemaRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The topology is what it was, unless somebody means to change it.
 *
 * <p>State and internal topics of a running Hallway belong to the names and partitions in the description. There are two
 * legal ways to change a deployed topology:
 *
 * <ol>
 *   <li>A change that keeps every store, internal topic and the stage that owns it: a new stateless operator, a new sink,
 *       a new store that may start empty. Instances are replaced one after the other.
 *   <li>Anything else: a new {@code RuntimePolicy.APPLICATION_ID}. The new application reads the input topics from the
 *       beginning, which never expire, and writes the same keys to the metric topics; then the old one is stopped and its
 *       internal topics are deleted.
 * </ol>
 */
class TopologyTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "topology", "hallway.txt");
    private static final Path PICTURE = Path.of("..", "docs", "topologies", "hallway.mmd");
    private static final Path WRITTEN = Path.of("target", "topology");

    @Test
    void shouldNotChangeTheTopologyUnintentionally(@TempDir Path state) throws IOException {
        // When
        String description = describe(state).toString();

        // Then
        leave("hallway.txt", description);
        assertThat(GOLDEN)
                .as(
                        "The topology has changed. A deployed one may change in two ways: (1) every store, internal topic and"
                                + " its stage stay as they are, and instances are replaced one after the other; (2) a new"
                                + " RuntimePolicy.APPLICATION_ID reads the input topics from the beginning. If yours is one of"
                                + " them, say which in CHANGELOG.md and take the new description:"
                                + " cp streams/target/topology/hallway.txt streams/src/test/resources/topology/hallway.txt")
                .hasContent(description);
    }

    @Test
    void shouldDrawTheTopologyAsItIs(@TempDir Path state) throws IOException {
        // When
        String picture = TopologyPicture.mermaid(describe(state));

        // Then
        leave("hallway.mmd", picture);
        assertThat(PICTURE)
                .as("The picture no longer shows the topology. Take the new one:"
                        + " cp streams/target/topology/hallway.mmd docs/topologies/hallway.mmd")
                .hasContent(picture);
    }

    @Test
    void shouldNameEveryOperatorStoreAndTopic(@TempDir Path state) {
        // When
        String description = describe(state).toString();

        // Then
        assertThat(description).doesNotContainPattern("KSTREAM-|KTABLE-|-[0-9]{10}|STATE-STORE");
    }

    private static TopologyDescription describe(Path state) {
        SchemaRegistry registry = SchemaRegistry.at("mock://topology");
        return HallwayDriver.topology(registry, HallwayDriver.config(state, registry))
                .describe();
    }

    private static void leave(String name, String content) throws IOException {
        Files.createDirectories(WRITTEN);
        Files.writeString(WRITTEN.resolve(name), content);
    }
}
