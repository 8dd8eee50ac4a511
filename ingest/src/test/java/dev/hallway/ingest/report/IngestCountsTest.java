// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.github.IngestStream;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class IngestCountsTest {

    private final IngestCounts counts = new IngestCounts();

    @Test
    void shouldEstimateFromTheShareOfTheHistoryThatWasRead() {
        // Given
        counts.pageCommitted("a/b", IngestStream.PULL_REQUESTS, 100);
        counts.historyRead("a/b", IngestStream.PULL_REQUESTS, 1);

        // When
        OptionalLong estimate = counts.estimatedRecords();

        // Then: one of four lists is done
        assertThat(estimate).hasValue(400);
        assertThat(counts.records()).isEqualTo(100);
    }

    @Test
    void shouldEstimateNothingBeforeAnythingTells() {
        // Given
        counts.pageCommitted("a/b", IngestStream.PULL_REQUESTS, 100);

        // When
        OptionalLong estimate = counts.estimatedRecords();

        // Then
        assertThat(estimate).isEmpty();
    }

    @Test
    void shouldTellRequestsAndQuota() {
        // Given
        counts.answered(200, OptionalLong.of(4_321));
        counts.answered(304, OptionalLong.empty());

        // When
        String words = counts.words();

        // Then
        assertThat(words).isEqualTo("2 requests, quota left 4,321");
    }
}
