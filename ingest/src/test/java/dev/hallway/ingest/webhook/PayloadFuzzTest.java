// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.hallway.ingest.Mutations;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class PayloadFuzzTest {

    private static final Instant AT = Instant.parse("2024-09-01T12:00:00Z");

    static Stream<byte[]> payloads() {
        return Mutations.bytesOf(
                Payload.issue("opened", 12, AT).toString(),
                Payload.issueComment("created", 12, 3, AT).toString(),
                Payload.pullRequest("closed", 13, AT).toString(),
                Payload.review("submitted", 13, 5, "approved", AT).toString(),
                Payload.reviewComment("deleted", 13, 7, AT).toString());
    }

    @MethodSource("payloads")
    @FuzzTest
    void shouldTakeEveryPayloadOrSayWhyNot(byte @NotNull [] payload) {
        for (WebhookEvent event : WebhookEvent.values()) {
            // Given
            DeliveryReceiver receiver = new DeliveryReceiver(
                    (id, name) -> Optional.of(Payload.REPOSITORY), new InMemoryFacts(), new DeliveryListener() {});

            // When
            DeliveryOutcome outcome = receiver.receive(event.title(), payload);

            // Then
            assertThat(outcome).isNotNull();
        }
    }
}
