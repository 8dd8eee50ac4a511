// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.ingest.publish.OutgoingRecord;
import dev.hallway.ingest.publish.Write;
import dev.hallway.ingest.tracing.RecordedSpans;
import dev.hallway.ingest.webhook.Payload;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The beginning of the traces of what GitHub delivers. */
class DeliveryTracesTest {

    private static final String DELIVERY = "receive delivery";
    private static final String SENT = "send hallway.github.issues";
    private static final byte[] OPENED =
            Payload.issue("opened", 12, Payload.CREATED).toString().getBytes(UTF_8);

    private final RecordedSpans spans = new RecordedSpans();
    private final Served served = Served.traced(spans.tracing());

    @AfterEach
    void stop() {
        served.close();
        spans.close();
    }

    @Test
    void shouldSendTheContextOfTheDeliveryWithItsFact() throws IOException, InterruptedException {
        // When
        int status = served.deliver("issues", OPENED).statusCode();

        // Then
        assertThat(status).isEqualTo(202);
        assertThat(served.facts().log())
                .extracting(OutgoingRecord::trace)
                .containsExactlyElementsOf(spans.contexts(SENT));
        SpanData delivery = spans.named(DELIVERY).get(0);
        assertThat(spans.named(SENT)).extracting(SpanData::getParentSpanId).containsExactly(delivery.getSpanId());
        assertThat(delivery.getAttributes().get(AttributeKey.stringKey("github.delivery")))
                .isEqualTo("72d3162e-cc78-11e3-81ab-4c9367dc0958");
    }

    @Test
    void shouldBeginATraceOfItsOwnWhateverTheSenderSays() throws IOException, InterruptedException {
        // Given
        Map<String, String> headers = new HashMap<>(Served.delivery("issues", OPENED));
        headers.put("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        // When
        served.post(OPENED, headers);

        // Then
        assertThat(spans.named(DELIVERY))
                .hasSize(1)
                .extracting(SpanData::getTraceId)
                .doesNotContain("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void shouldMakeNoSpanOfWhatIsNotSigned() throws IOException, InterruptedException {
        // Given
        Map<String, String> headers = new HashMap<>(Served.delivery("issues", OPENED));
        headers.put("X-Hub-Signature-256", Served.signature("another secret", OPENED));

        // When
        int status = served.post(OPENED, headers).statusCode();

        // Then
        assertThat(status).isEqualTo(401);
        assertThat(spans.named(DELIVERY)).isEmpty();
    }

    @Test
    void shouldShowThatAFactWasNotWritten() throws IOException, InterruptedException {
        // Given
        served.facts().answerWith(new Write.Unavailable("Kafka is away."));

        // When
        served.deliver("issues", OPENED);

        // Then
        assertThat(spans.named(DELIVERY))
                .extracting(span -> span.getStatus().getStatusCode())
                .containsExactly(StatusCode.ERROR);
        assertThat(spans.named(SENT))
                .extracting(span -> span.getStatus().getStatusCode())
                .containsExactly(StatusCode.ERROR);
    }
}
