// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.streams.read.Inventory;
import dev.hallway.streams.state.Values;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DescriptionTest {

    private static final Instant THEN = Instant.parse("2024-01-01T00:00:00Z");
    private static final Inventory INVENTORY =
            new Inventory(9, 4, 1, 1, 2, 1, List.of(7L), 2, 3, THEN, null, 1, 1, 4, 5);

    private final Serde<Description> serde = Values.serde(Description.CODEC);

    @Test
    void shouldBeTheSameAfterItWasWrittenAndRead() {
        // Given
        Description description = description(INVENTORY);

        // When
        byte[] bytes = serde.serializer().serialize("", description);

        // Then
        assertThat(serde.deserializer().deserialize("", bytes)).isEqualTo(description);
    }

    private static Description description(@Nullable Inventory inventory) {
        return new Description(
                "O/R", "https://github.com/O/R", THEN, THEN, true, List.of("issue #4: no id"), inventory);
    }
}
