// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.Topics;
import dev.hallway.streams.live.FigureChange.InWeek;
import dev.hallway.streams.live.FigureChange.OfItem;
import dev.hallway.streams.live.FigureChange.OfRow;
import dev.hallway.streams.week.IsoWeek;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedRowsTest {

    @Test
    void shouldReadTheRowOfAWeek() {
        // When
        Optional<OfRow> row = row(Topics.FEEDBACK_LATENCY.name(), "dapr/dapr|2020-W08", false);

        // Then
        assertThat(row)
                .hasValue(new OfRow("feedback-latency", "dapr/dapr", new InWeek(IsoWeek.parse("2020-W08")), false));
    }

    @Test
    void shouldReadTheRowOfAnItem() {
        // When
        Optional<OfRow> row = row(Topics.STORIES.name(), "dapr/dapr#1034", true);

        // Then
        assertThat(row).hasValue(new OfRow("stories", "dapr/dapr", new OfItem(1034), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "|",
                "#",
                "dapr",
                "dapr/dapr",
                "dapr/dapr|2020",
                "|2020-W08",
                "dapr|2020-W08",
                "a/b/c|2020-W08",
                "/|2020-W08",
                "dapr/dapr#0",
                "dapr/dapr#99999999999999999999",
                "dapr/dapr|2020-W08|2020-W60",
                "\u0000/"
            })
    void shouldPassOverAKeyThatIsNoneOfOurs(String key) {
        // When
        Optional<OfRow> row = row(Topics.FLOW.name(), key, false);

        // Then
        assertThat(row).isEmpty();
    }

    @Test
    void shouldPassOverAKeyThatIsLongerThanAny() {
        // When
        Optional<OfRow> row = row(Topics.FLOW.name(), "acme/" + "x".repeat(1_000_000) + "|2020-W08", false);

        // Then
        assertThat(row).isEmpty();
    }

    private static Optional<OfRow> row(String topic, String key, boolean deleted) {
        return PublishedRows.row(topic, key.getBytes(StandardCharsets.UTF_8), deleted);
    }
}
