// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.benchmarks.measure.Benchmark;
import dev.hallway.benchmarks.measure.BenchmarkPlan;
import dev.hallway.benchmarks.measure.Figures;
import dev.hallway.benchmarks.workload.Volume;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes more than 20 s on two busy cores, so {@code mvn verify} leaves it out; {@code -DexcludedGroups=none} runs it. */
@Tag("embedded-cluster")
class BenchmarkTest {

    private static final int EVENTS = 2_000;
    private static final int LATE_EVENTS = 8;

    @Test
    void shouldFindEverythingItMadeInTheMetrics(@TempDir Path directory) {
        // Given
        Volume volume = Volume.of(EVENTS, 42);
        BenchmarkPlan plan = new BenchmarkPlan(
                volume, LATE_EVENTS, 1, Map.of(), List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"), false, directory);

        // When
        Figures figures = new Benchmark(plan, (what, done, all) -> {}).run();

        // Then
        assertThat(figures.complete()).as("%s", figures.found()).isTrue();
        assertThat(figures.expectedIssues()).isPositive();
        assertThat(figures.expectedPullRequests()).isPositive();
        assertThat(figures.raw().events()).isEqualTo(EVENTS);
        assertThat(figures.topology().whole().events()).isEqualTo(EVENTS);
        assertThat(figures.lateness().events()).isEqualTo(LATE_EVENTS);
    }
}
