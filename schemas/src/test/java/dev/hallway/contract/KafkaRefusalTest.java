// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class KafkaRefusalTest {

    @Test
    void shouldNameTheInnermostCause() {
        // Given
        KafkaException refused = new KafkaException(
                "Failed to create it",
                new IllegalStateException("wrapped", new ConnectException("Connection\nrefused")));

        // When
        String line = KafkaRefusal.line(refused);

        // Then
        assertThat(line)
                .contains("cannot be used: Failed to create it: Connection refused. Check --bootstrap-servers")
                .doesNotContain("wrapped");
    }

    @Test
    void shouldNotSayTheSameTwice() {
        // Given
        KafkaException refused = new KafkaException("Timed out.", new IllegalStateException("Timed out."));

        // When
        String line = KafkaRefusal.line(refused);

        // Then
        assertThat(line).contains("cannot be used: Timed out. Check --bootstrap-servers");
    }
}
