// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class InputPartitionsTest {

    @Test
    void shouldNameEachTopicWithItsNumberAndTheRuleAndTheRemedy() {
        // Given
        InputPartitions.Disagreed found = new InputPartitions.Disagreed(
                Map.of("hallway.github.reviews", 4, "hallway.github.comments", 12, "hallway.github.issues", 4));

        // When
        String sentence = new UnevenPartitionsException(found).getMessage();

        // Then
        assertThat(sentence)
                .isEqualTo("The input topics differ in their partitions: hallway.github.comments has 12,"
                        + " hallway.github.issues has 4, hallway.github.reviews has 4. All must have the same number, so"
                        + " that the records of one repository meet. Stop ingest and streams, delete the topics that"
                        + " are not as the others, and start ingest with --reset: it creates them like those that are"
                        + " left, and reads everything again.");
    }

    @Test
    void shouldSayWhichTopicsAreMissingAndWhoCreatesThem() {
        // Given
        InputPartitions.Missing found =
                new InputPartitions.Missing(List.of("hallway.github.issues"), OptionalInt.of(4));

        // When
        String sentence = found.sentence();

        // Then
        assertThat(sentence)
                .isEqualTo("Input topics are missing: hallway.github.issues. Start ingest, which creates them.");
    }
}
