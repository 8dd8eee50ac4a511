// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionChoiceTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "' 12 ', 12", "1000, 1000"})
    void shouldTakeWhatTopicsCanHave(String text, int number) {
        // When
        int partitions = PartitionChoice.parse(text);

        // Then
        assertThat(partitions).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1001", "many", "", "99999999999"})
    void shouldSayWhatTopicsCannotHave(String text) {
        assertThatThrownBy(() -> PartitionChoice.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + text + "' is not a number of partitions: 1 to 1000 are possible");
    }
}
