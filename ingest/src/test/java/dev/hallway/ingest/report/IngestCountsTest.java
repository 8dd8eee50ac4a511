// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.github.IngestStream;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class IngestCountsTest {

    private final IngestCounts tally = new IngestCounts();

    @Test
    void shouldEstimateFromTheShareOfTheHistoryThatWasRead() {
        // Given
        tally.pageCommitted("a/b", IngestStream.PULL_REQUESTS, 100);
        tally.historyRead("a/b", IngestStream.PULL_REQUESTS, 1);

        // When
        OptionalLong estimate = tally.estimatedRecords();

        // Then: one of four lists is done
        assertThat(estimate).hasValue(400);
        assertThat(tally.records()).isEqualTo(100);
    }

    @Test
    void shouldEstimateNothingBeforeAnythingTells() {
        // Given
        tally.pageCommitted("a/b", IngestStream.PULL_REQUESTS, 100);

        // When
        OptionalLong estimate = tally.estimatedRecords();

        // Then
        assertThat(estimate).isEmpty();
    }

    @Test
    void shouldTellRequestsAndQuota() {
        // Given
        tally.answered(200, OptionalLong.of(4_321));
        tally.answered(304, OptionalLong.empty());

        // When
        String words = tally.words();

        // Then
        assertThat(words).isEqualTo("2 requests, quota left 4,321");
    }
}
