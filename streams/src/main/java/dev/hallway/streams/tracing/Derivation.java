// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.tracing;

import dev.hallway.service.tracing.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One derivation of what has changed of a repository; a span once it sends something, because most change nothing. */
final class Derivation {

    private final Tracing tracing;
    private final String repository;
    private final TakenFacts facts;
    private final Instant began = Instant.now();
    private @Nullable Span span;
    private long records;

    Derivation(Tracing tracing, String repository, TakenFacts facts) {
        this.tracing = tracing;
        this.repository = repository;
        this.facts = facts;
    }

    /** The span, which sends one more record. */
    Span sending() {
        records++;
        Span known = span;
        if (known == null) {
            known = started();
            span = known;
        }
        return known;
    }

    void end() {
        if (span != null) {
            span.setAttribute("hallway.records.sent", records).end();
        }
    }

    /** It goes on in the trace of the fact that has waited longest, and links to the others. */
    private Span started() {
        List<SpanContext> first = facts.first();
        SpanBuilder builder = tracing.span("derive figures", SpanKind.INTERNAL)
                .setParent(Context.root().with(Span.wrap(first.get(0))))
                .setStartTimestamp(began)
                .setAttribute("hallway.repository", repository)
                .setAttribute("hallway.facts", facts.count());
        first.subList(1, first.size()).forEach(builder::addLink);
        return builder.startSpan();
    }
}
