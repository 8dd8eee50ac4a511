// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.tracing;

import dev.hallway.ingest.webhook.DeliveryOutcome;
import dev.hallway.service.tracing.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.util.function.Supplier;

/** Traces deliveries whose signature is right. Safe for several threads. */
public final class DeliveryTraces {

    private final Tracing tracing;

    /** Traces whose spans the given tracing makes. */
    public DeliveryTraces(Tracing tracing) {
        this.tracing = tracing;
    }

    /**
     * Processes a delivery, in a span of its own.
     *
     * @param event GitHub's name of the event
     * @param delivery GitHub's id of the delivery, as its page "Recent Deliveries" shows it
     */
    public DeliveryOutcome receive(String event, String delivery, Supplier<DeliveryOutcome> work) {
        if (!tracing.isOn()) {
            return work.get();
        }
        Span span = tracing.span("receive delivery", SpanKind.SERVER)
                .setParent(Context.root())
                .setAttribute("github.event", event)
                .setAttribute("github.delivery", delivery)
                .startSpan();
        try {
            DeliveryOutcome outcome =
                    Context.root().with(span).wrapSupplier(work).get();
            span.setAttribute("hallway.outcome", outcome.getClass().getSimpleName());
            if (outcome instanceof DeliveryOutcome.Unavailable) {
                span.setStatus(StatusCode.ERROR);
            }
            return outcome;
        } finally {
            span.end();
        }
    }
}
