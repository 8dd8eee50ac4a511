// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TracingTest {

    private static final SpanContext SENDER = SpanContext.createFromRemoteParent(
            "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", TraceFlags.getSampled(), TraceState.getDefault());

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "PATH, /usr/bin",
        "OTEL_SERVICE_NAME, hallway",
        "OTEL_TRACES_EXPORTER, none",
        "OTEL_EXPORTER_OTLP_ENDPOINT, ' '"
    })
    void shouldBeOffUnlessTheEnvironmentSaysWhereSpansGo(String name, String value) {
        // When
        try (Tracing tracing = Tracing.of(Map.of(name, value), "test")) {

            // Then
            assertThat(tracing.isOn()).isFalse();
            assertThat(tracing.span("work", SpanKind.INTERNAL)
                            .startSpan()
                            .getSpanContext()
                            .isValid())
                    .isFalse();
        }
    }

    @Test
    void shouldBeOffIfItIsDisabled() {
        // Given
        Map<String, String> environment =
                Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4318", "OTEL_SDK_DISABLED", "true");

        // When
        try (Tracing tracing = Tracing.of(environment, "test")) {

            // Then
            assertThat(tracing.isOn()).isFalse();
        }
    }

    @Test
    void shouldSendSpansWhereTheEnvironmentSays() throws IOException {
        // Given
        try (TraceReceiver receiver = TraceReceiver.start()) {
            String trace;

            // When
            try (Tracing tracing = Tracing.of(receiver.environment(), "hallway-test")) {
                Span span = tracing.span("work", SpanKind.INTERNAL).startSpan();
                trace = span.getSpanContext().getTraceId();
                span.end();
            }

            // Then
            assertThat(receiver.received(trace, "hallway-test")).isTrue();
            assertThat(receiver.received(SENDER.getTraceId(), "hallway-test")).isFalse();
        }
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "OTEL_EXPORTER_OTLP_ENDPOINT, collector",
        "OTEL_EXPORTER_OTLP_TIMEOUT, soon",
        "OTEL_EXPORTER_OTLP_PROTOCOL, grpc",
        "OTEL_TRACES_EXPORTER, carrier-pigeon"
    })
    void shouldSayInASentenceWhatCannotBeUsed(String name, String value) {
        // Given
        Map<String, String> environment = new HashMap<>();
        environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4318");
        environment.put(name, value);

        // When
        ThrowingCallable start = () -> Tracing.of(environment, "test").close();

        // Then
        assertThatThrownBy(start)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("OTEL_")
                .hasMessageContaining(value)
                .hasMessageContaining("OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:4318");
    }

    @Test
    void shouldNotSayWhatHeadersHold() {
        // Given
        Map<String, String> environment = Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://localhost:4318",
                "OTEL_EXPORTER_OTLP_HEADERS",
                "Authorization: Bearer secret");

        // When
        ThrowingCallable start = () -> Tracing.of(environment, "test").close();

        // Then
        assertThatThrownBy(start)
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageContaining("headers")
                .hasMessageNotContaining("secret");
    }

    @Test
    void shouldWriteTheContextAsTheW3cDoes() {
        // Given
        Headers headers = new RecordHeaders();

        // When
        TraceHeaders.write(Span.wrap(SENDER), headers);

        // Then
        assertThat(headers.lastHeader("traceparent").value())
                .asString()
                .isEqualTo("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        assertThat(TraceHeaders.read(headers)).isEqualTo(SENDER);
    }

    @Test
    void shouldReplaceTheContextThatHeadersCarry() {
        // Given
        Headers headers = new RecordHeaders();
        TraceHeaders.write(Span.wrap(SENDER), headers);

        // When
        TraceHeaders.write(Span.wrap(SENDER), headers);

        // Then
        assertThat(headers.headers("traceparent")).hasSize(1);
    }

    @Test
    void shouldWriteNothingOfASpanThatIsOfNoTrace() {
        // Given
        Headers headers = new RecordHeaders();

        // When
        TraceHeaders.write(Span.getInvalid(), headers);

        // Then
        assertThat(headers).isEmpty();
    }
}
