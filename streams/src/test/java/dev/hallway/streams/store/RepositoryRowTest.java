// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.streams.read.Inventory;
import dev.hallway.streams.state.CodecSerde;
import dev.hallway.streams.state.RecordCodec;
import dev.hallway.streams.store.RepositoryRow.Description;
import dev.hallway.streams.store.RepositoryRow.Digests;
import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepositoryRowTest {

    private static final Instant THEN = Instant.parse("2024-01-01T00:00:00Z");
    private static final Inventory INVENTORY =
            new Inventory(9, 4, 1, 1, 2, 1, List.of(7L), 2, 3, THEN, null, 1, 1, 4, 5, 6, THEN);

    private final Serde<RepositoryRow> serde = CodecSerde.of(RecordCodec.of(RepositoryRow.class));

    @Test
    void shouldBeTheSameAfterItWasWrittenAndRead() {
        // Given
        Description description = new Description(
                "O/R",
                7,
                "https://github.com/O/R",
                "main",
                THEN,
                THEN,
                true,
                List.of("issue #4: no id"),
                INVENTORY,
                List.of("o/r", "old/r"));
        RepositoryRow row = RepositoryRow.named("O/R")
                .with(description)
                .between(IsoWeek.parse("2023-W52"), IsoWeek.parse("2024-W01"))
                .with(new Digests(IsoWeek.parse("2023-W52"), true, false));

        // When
        byte[] bytes = serde.serializer().serialize("", row);

        // Then
        assertThat(serde.deserializer().deserialize("", bytes)).isEqualTo(row);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "12, true", "13, false", "-1, false"})
    void shouldHaveItsDigestPrintedAgainOnceAWeekThatItShowsOrComparesWithChanges(int age, boolean again) {
        // Given
        IsoWeek week = IsoWeek.parse("2024-W20");
        Digests published = new Digests(week, false, false);

        // When
        Digests digests = published.changed(week.plus(-age)).ended(week);

        // Then
        assertThat(digests.due()).isEqualTo(again);
    }
}
