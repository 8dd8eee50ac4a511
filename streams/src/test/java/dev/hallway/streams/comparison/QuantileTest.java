// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuantileTest {

    @Test
    void shouldInterpolateQuantilesAndRoundHalfUp() {
        // When
        List<Long> quantiles = List.of(
                Quantile.ofSorted(List.of(1L, 2L), 50),
                Quantile.ofSorted(List.of(10L, 20L, 30L), 90),
                Quantile.ofSorted(List.of(7L), 100));

        // Then
        assertThat(quantiles).containsExactly(2L, 28L, 7L);
    }
}
