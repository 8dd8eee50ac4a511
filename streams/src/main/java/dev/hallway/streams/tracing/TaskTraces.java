// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.tracing;

import dev.hallway.service.tracing.TraceHeaders;
import dev.hallway.service.tracing.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** The traces of one task; only its thread uses them. */
public final class TaskTraces {

    private final Tracing tracing;
    // By repository, what was taken in and has not been derived yet.
    private final Map<String, TakenFacts> taken = new HashMap<>();
    private Span taking = Span.getInvalid();
    private @Nullable Derivation derivation;

    TaskTraces(Tracing tracing) {
        this.tracing = tracing;
    }

    /** Those of a task of which nothing is traced. */
    public static TaskTraces off() {
        return new TaskTraces(Tracing.off());
    }

    /**
     * Takes a record in; in a span, if it carries the context of a trace.
     *
     * @param from where it lay; empty if nobody knows
     * @param toBeDerived whether anything of a repository is to be derived
     */
    public void take(
            Record<String, ?> record, Optional<RecordMetadata> from, Predicate<String> toBeDerived, Runnable work) {
        SpanContext sender = tracing.isOn() ? TraceHeaders.read(record.headers()) : SpanContext.getInvalid();
        if (!sender.isValid()) {
            work.run();
            return;
        }
        taking = started(sender, record, from);
        try {
            work.run();
            remember(repository(record.key()), taking.getSpanContext(), toBeDerived);
        } catch (RuntimeException notTaken) {
            taking.setStatus(StatusCode.ERROR, notTaken.getClass().getSimpleName());
            throw notTaken;
        } finally {
            taking.end();
            taking = Span.getInvalid();
        }
    }

    /**
     * Derives what has changed of a repository; if that sends anything, in a span that goes on from the facts.
     *
     * @return what the work returns
     */
    public boolean derive(String repository, BooleanSupplier work) {
        TakenFacts facts = taken.get(repository);
        if (facts == null) {
            return work.getAsBoolean();
        }
        Derivation current = new Derivation(tracing, repository, facts);
        derivation = current;
        try {
            return work.getAsBoolean();
        } finally {
            derivation = null;
            current.end();
        }
    }

    /** Everything that has changed of a repository is derived. */
    public void derived(String repository) {
        taken.remove(repository);
    }

    /** The headers of a record that is sent now. */
    public Headers headers() {
        Headers headers = new RecordHeaders();
        Derivation current = derivation;
        TraceHeaders.write(current == null ? taking : current.sending(), headers);
        return headers;
    }

    private Span started(SpanContext sender, Record<String, ?> record, Optional<RecordMetadata> from) {
        String topic = from.map(RecordMetadata::topic).orElse("unknown");
        Span span = tracing.span("process " + topic, SpanKind.CONSUMER)
                .setParent(Context.root().with(Span.wrap(sender)))
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.operation.type", "process")
                .setAttribute("messaging.destination.name", topic)
                .setAttribute("messaging.kafka.message.key", record.key())
                .startSpan();
        from.ifPresent(
                place -> span.setAttribute("messaging.destination.partition.id", Integer.toString(place.partition()))
                        .setAttribute("messaging.kafka.offset", place.offset()));
        return span;
    }

    /** What changed nothing is not derived. */
    private void remember(String repository, SpanContext fact, Predicate<String> toBeDerived) {
        if (fact.isSampled() && toBeDerived.test(repository)) {
            taken.computeIfAbsent(repository, none -> new TakenFacts()).add(fact);
        }
    }

    /** Keys are those of a repository, or of an item of one. */
    private static String repository(String key) {
        int number = key.indexOf('#');
        return number < 0 ? key : key.substring(0, number);
    }
}
