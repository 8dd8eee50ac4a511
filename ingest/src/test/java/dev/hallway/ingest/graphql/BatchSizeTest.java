// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchSizeTest {

    private final BatchSize size = new BatchSize();

    @Test
    void shouldHalveDownToFiveAndThenGiveUpAtTheThirdAttempt() {
        // When
        List<Integer> sizes = new ArrayList<>(List.of(size.current()));
        while (size.gaveUp(size.current())) {
            sizes.add(size.current());
        }

        // Then
        assertThat(sizes).containsExactly(50, 25, 12, 6, 5, 5, 5);
    }

    @Test
    void shouldHalveWhatWasAskedNotWhatMightHaveBeen() {
        // When
        boolean again = size.gaveUp(12);

        // Then
        assertThat(again).isTrue();
        assertThat(size.current()).isEqualTo(6);
    }

    @Test
    void shouldAskForMoreAgainAfterTenAnswers() {
        // Given
        size.gaveUp(50);

        // When
        List<Integer> sizes = new ArrayList<>();
        for (int answer = 0; answer < 20; answer++) {
            size.answered();
            sizes.add(size.current());
        }

        // Then
        assertThat(sizes.subList(0, 9)).containsOnly(25);
        assertThat(sizes.subList(9, 20)).containsOnly(50);
    }
}
