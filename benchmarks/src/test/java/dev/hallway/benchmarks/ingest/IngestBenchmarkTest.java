// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts a cluster of its own, so {@code mvn verify} leaves it out; {@code -DexcludedGroups=none} runs it. */
@Tag("embedded-cluster")
class IngestBenchmarkTest {

    @Test
    void shouldPullEverythingThatWasMade(@TempDir Path directory) throws Exception {
        // Given
        LargeRepository repository = new LargeRepository(300, 900, 42);
        List<String> brokerOptions = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1");

        // When
        IngestFigures figures =
                new IngestBenchmark(repository, brokerOptions, directory, (what, done, all) -> {}).run();

        // Then
        assertThat(figures.complete()).isTrue();
        assertThat(figures.throughput().events()).isEqualTo(300 + 900 + 90);
        assertThat(figures.idleRequests()).isPositive();
    }
}
