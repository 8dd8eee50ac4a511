// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.tracing;

import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import dev.hallway.ingest.publish.OutgoingRecord;
import dev.hallway.ingest.publish.PageSink;
import dev.hallway.ingest.publish.SavedState;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.service.tracing.Tracing;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;

/**
 * Traces pages: a span begins when the reading of a page does, and ends when Kafka has it. What GitHub answered meanwhile,
 * and what was waited for, are events of the span; each fact of the page carries its context.
 *
 * <p>A lane reads one page after the other on one thread, and is listened to on that thread: a page begins where the one
 * before it was handed over, or with its repository.
 */
public final class TracedPageSink implements PageSink, IngestListener {

    private static final int MOST_EVENTS = 64;
    private static final AttributeKey<String> ENDPOINT = AttributeKey.stringKey("url.template");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    private static final AttributeKey<String> REASON = AttributeKey.stringKey("hallway.reason");
    private static final AttributeKey<Long> SECONDS = AttributeKey.longKey("hallway.seconds");

    private final PageSink sink;
    private final Tracing tracing;
    private final ThreadLocal<Reading> reading = ThreadLocal.withInitial(Reading::new);

    /** Traces what goes to a sink, and listens to the lanes that give it. */
    public TracedPageSink(PageSink sink, Tracing tracing) {
        this.sink = sink;
        this.tracing = tracing;
    }

    @Override
    public SavedState restore() {
        return sink.restore();
    }

    @Override
    public void commit(List<OutgoingRecord<?>> page, Runnable committed) {
        Reading read = reading.get();
        reading.set(new Reading());
        List<OutgoingRecord<?>> facts =
                page.stream().filter(TracedPageSink::isFact).toList();
        if (facts.isEmpty()) {
            sink.commit(page, committed);
            return;
        }
        Span span = started(read, facts);
        try {
            sink.commit(within(span, page), () -> {
                span.end();
                committed.run();
            });
        } catch (RuntimeException refused) {
            span.setStatus(StatusCode.ERROR, refused.getClass().getSimpleName());
            span.end();
            throw refused;
        }
    }

    @Override
    public void settle() {
        sink.settle();
    }

    @Override
    public <V extends SpecificRecord> void forEachCommitted(
            Topic<String, V> topic, Predicate<String> wanted, Consumer<V> consumer) {
        sink.forEachCommitted(topic, wanted, consumer);
    }

    @Override
    public void close() {
        sink.close();
    }

    @Override
    public void repositoryStarted(String requestedName) {
        reading.set(new Reading());
    }

    @Override
    public void answeredAt(String endpoint, int status) {
        reading.get().note("answer", Attributes.of(ENDPOINT, endpoint, STATUS, (long) status));
    }

    @Override
    public void retrying(String endpoint) {
        reading.get().note("retry", Attributes.of(ENDPOINT, endpoint));
    }

    @Override
    public void waiting(Duration duration, String reason) {
        reading.get().note("wait", Attributes.of(SECONDS, duration.toSeconds(), REASON, reason));
    }

    private Span started(Reading read, List<OutgoingRecord<?>> facts) {
        String key = facts.get(0).key();
        Span span = tracing.span("poll page", SpanKind.PRODUCER)
                .setParent(Context.root())
                .setStartTimestamp(read.began)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.operation.type", "send")
                .setAttribute("messaging.batch.message_count", facts.size())
                .setAttribute("hallway.repository", key.indexOf('#') < 0 ? key : key.substring(0, key.indexOf('#')))
                .startSpan();
        read.events.forEach(event -> span.addEvent(event.name(), event.attributes(), event.at()));
        return span;
    }

    private static List<OutgoingRecord<?>> within(Span span, List<OutgoingRecord<?>> page) {
        List<OutgoingRecord<?>> traced = new ArrayList<>(page.size());
        page.forEach(record -> traced.add(isFact(record) ? record.within(span.getSpanContext()) : record));
        return traced;
    }

    private static boolean isFact(OutgoingRecord<?> record) {
        return Topics.INPUTS.contains(record.topic());
    }

    /** What a lane has done since it handed over a page. */
    private static final class Reading {

        private final Instant began = Instant.now();
        private final List<Event> events = new ArrayList<>();

        void note(String name, Attributes attributes) {
            if (events.size() < MOST_EVENTS) {
                events.add(new Event(name, attributes, Instant.now()));
            }
        }
    }

    private record Event(String name, Attributes attributes, Instant at) {}
}
