// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.tracing;

import dev.hallway.service.tracing.Tracing;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;

/** A collector within the test. */
public final class RecordedSpans implements AutoCloseable {

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final Tracing tracing = Tracing.over(OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .build());

    public Tracing tracing() {
        return tracing;
    }

    /** The spans of a name that have ended, in the order of their ends. */
    public List<SpanData> named(String name) {
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .toList();
    }

    /** The contexts of the spans of a name that have ended. */
    public List<SpanContext> contexts(String name) {
        return named(name).stream().map(SpanData::getSpanContext).toList();
    }

    @Override
    public void close() {
        tracing.close();
    }
}
