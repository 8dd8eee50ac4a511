// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.tracing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapSetter;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The context of a trace in the headers of a record, as the W3C writes it. */
public final class TraceHeaders {

    /** The header that names the trace and the span in it. */
    public static final String TRACEPARENT = "traceparent";

    // Both are short by the W3C's own rules; whoever writes to the topics could write more.
    private static final int LONGEST = 512;
    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final TextMapSetter<Headers> SETTER = (headers, name, value) -> {
        if (headers != null) {
            headers.remove(name).add(name, value.getBytes(UTF_8));
        }
    };
    private static final TextMapGetter<Headers> GETTER = TraceHeaders::value;

    private TraceHeaders() {}

    /** Writes the context of a span; nothing if it is of no trace. */
    public static void write(Span span, Headers headers) {
        if (span.getSpanContext().isValid()) {
            W3C.inject(Context.root().with(span), headers, SETTER);
        }
    }

    /** The context that headers carry; invalid if they carry none. */
    public static SpanContext read(Headers headers) {
        return Span.fromContext(W3C.extract(Context.root(), headers, GETTER)).getSpanContext();
    }

    private static @Nullable String value(@Nullable Headers headers, String name) {
        Header header = headers == null ? null : headers.lastHeader(name);
        return header == null || header.value() == null || header.value().length > LONGEST
                ? null
                : new String(header.value(), UTF_8);
    }
}
