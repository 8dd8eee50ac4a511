// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.tracing;

import dev.hallway.ingest.publish.FactSink;
import dev.hallway.ingest.publish.OutgoingRecord;
import dev.hallway.ingest.publish.Write;
import dev.hallway.service.tracing.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.List;

/** Traces the writing of single facts, and sends the context of the span with each. */
public final class TracedFactSink implements FactSink {

    private final FactSink sink;
    private final Tracing tracing;

    private TracedFactSink(FactSink sink, Tracing tracing) {
        this.sink = sink;
        this.tracing = tracing;
    }

    /** Traces what goes to a sink; the sink itself while tracing is off. */
    public static FactSink around(FactSink sink, Tracing tracing) {
        return tracing.isOn() ? new TracedFactSink(sink, tracing) : sink;
    }

    @Override
    public Write write(OutgoingRecord<?> record) {
        String topic = record.topic().name();
        Span span = tracing.span("send " + topic, SpanKind.PRODUCER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.operation.type", "send")
                .setAttribute("messaging.destination.name", topic)
                .setAttribute("messaging.kafka.message.key", record.key())
                .startSpan();
        try {
            Write write = sink.write(record.within(span.getSpanContext()));
            if (!(write instanceof Write.Durable)) {
                span.setStatus(StatusCode.ERROR, write.getClass().getSimpleName());
            }
            return write;
        } finally {
            span.end();
        }
    }

    @Override
    public boolean prepare(List<OutgoingRecord<?>> alike) {
        return sink.prepare(alike);
    }

    @Override
    public void close() {
        sink.close();
    }
}
