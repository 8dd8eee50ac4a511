// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageSizeTest {

    @ParameterizedTest
    @CsvSource({
        "/issues?since=x&per_page=100, /issues?since=x&per_page=50",
        "/issues?per_page=50&after=abc, /issues?per_page=25&after=abc"
    })
    void shouldAskForHalfAPage(String url, String expected) {
        // When
        var halved = PageSize.halved(url);

        // Then
        assertThat(halved).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"/issues?per_page=25", "/pulls?page=3&per_page=100", "/pulls?per_page=100&page=3", "/repos/o/r"})
    void shouldLeaveWhatCannotBeHalved(String url) {
        // When
        var halved = PageSize.halved(url);

        // Then
        assertThat(halved).isEmpty();
    }

    @Test
    void shouldTellTheSizeOfAFullPage() {
        // When
        int size = PageSize.of("/pulls?per_page=50&page=3");

        // Then
        assertThat(size).isEqualTo(50);
    }
}
