// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.benchmarks.ingest.LargeRepository;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts a cluster of its own, so {@code mvn verify} leaves it out; {@code -DexcludedGroups=none} runs it. */
@Tag("embedded-cluster")
class WebhookBenchmarkTest {

    @Test
    void shouldFindEveryDelivery(@TempDir Path directory) throws Exception {
        // Given
        WebhookPlan plan = new WebhookPlan(
                new LargeRepository(60, 120, 42),
                3,
                12,
                Duration.ofMillis(50),
                12,
                List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"),
                directory);

        // When
        WebhookFigures figures = new WebhookBenchmark(plan, (what, done, all) -> {}).run();

        // Then
        assertThat(figures.first().shown().events()).isEqualTo(1);
        assertThat(figures.sequential().shown().events()).isEqualTo(12);
        assertThat(figures.burst().shown().events()).isEqualTo(12);
    }
}
