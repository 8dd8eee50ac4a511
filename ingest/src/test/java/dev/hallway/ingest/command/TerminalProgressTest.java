// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.github.IngestStream;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.ingest.report.RepositoryOutcome;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {

    private final StringWriter terminal = new StringWriter();
    private final TerminalProgress progress = new TerminalProgress(new PrintWriter(terminal, true));

    @Test
    void shouldShowItemsRequestsAndQuotaInABar() {
        // Given
        progress.repositoryStarted("dapr/dapr");
        progress.answered(200, OptionalLong.of(4_999));
        progress.pageCommitted("dapr/dapr", IngestStream.PULL_REQUESTS, 100);
        progress.historyRead("dapr/dapr", IngestStream.PULL_REQUESTS, 0.5);

        // When
        progress.repositoryFinished(new RepositoryOutcome.UpToDate("dapr/dapr", "dapr/dapr", 100, Instant.EPOCH));
        progress.cycleFinished(new CycleReport(List.of(), 1));

        // Then
        assertThat(terminal.toString())
                .contains("Reading", "12%", "100/800", "1 requests, quota left 4,999")
                .endsWith("1 requests to GitHub." + System.lineSeparator());
    }

    @Test
    void shouldGoOnCountingWhenOnlyAnotherLaneIsDone() {
        // Given
        progress.repositoryStarted("dapr/dapr");
        progress.answered(200, OptionalLong.of(4_999));
        progress.repositoryStarted("acme/one");
        progress.repositoryFinished(new RepositoryOutcome.UpToDate("acme/one", "acme/one", 0, Instant.EPOCH));

        // When
        progress.cycleFinished(new CycleReport(List.of(), 1));
        progress.answered(200, OptionalLong.of(4_998));
        progress.close();

        // Then
        assertThat(terminal.toString()).contains("2 requests, quota left 4,998");
    }

    @Test
    void shouldKeepShortWaitsToItselfAndTellLongOnes() {
        // When
        progress.waiting(Duration.ofSeconds(1), "GitHub answered 502; trying again");
        progress.waiting(Duration.ofMinutes(10), "GitHub's hourly quota is used up");

        // Then
        assertThat(terminal.toString()).contains("used up: waiting 600 s").doesNotContain("502");
    }
}
