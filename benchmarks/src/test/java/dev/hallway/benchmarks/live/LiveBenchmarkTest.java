// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.benchmarks.workload.Volume;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts a cluster of its own, so {@code mvn verify} leaves it out; {@code -DexcludedGroups=none} runs it. */
@Tag("embedded-cluster")
class LiveBenchmarkTest {

    private static final List<String> SMALL = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1");

    @Test
    void shouldTellEveryPageOfEveryChange(@TempDir Path directory) throws InterruptedException {
        // Given
        LivePlan plan = new LivePlan(new Volume(400, 4, 42), 5, 8, SMALL, SMALL, directory);

        // When
        LiveFigures figures = new LiveBenchmark(plan, (what, done, all) -> {}).run();

        // Then
        assertThat(figures.fromEvent().events()).isEqualTo(5 * 8);
        assertThat(figures.fromRow().events()).isEqualTo(5 * 8);
    }
}
