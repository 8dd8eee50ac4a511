// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.tracing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The tracing of one service: makes its spans, and sends them on. Safe for several threads. */
public final class Tracing implements AutoCloseable {

    /** What the help of a command that is traced says of it. */
    public static final String HELP =
            "OTEL_EXPORTER_OTLP_ENDPOINT and OpenTelemetry's other variables say where traces go; none are made without.";

    private static final String SCOPE = "dev.hallway";
    private static final long SECONDS_TO_SEND_THE_REST = 5;
    private static final Tracing OFF = new Tracing(OpenTelemetry.noop(), false, () -> {});

    private final Tracer tracer;
    private final boolean on;
    private final Runnable farewell;

    private Tracing(OpenTelemetry telemetry, boolean on, Runnable farewell) {
        this.tracer = telemetry.getTracer(SCOPE);
        this.on = on;
        this.farewell = farewell;
    }

    /** No tracing. */
    public static Tracing off() {
        return OFF;
    }

    /**
     * Tracing as the environment says; off if it says nothing of it.
     *
     * @param environment {@code OTEL_EXPORTER_OTLP_ENDPOINT} and the other variables of OpenTelemetry
     * @param service name of this service, unless {@code OTEL_SERVICE_NAME} names it
     * @throws IllegalArgumentException if a variable has no usable value; the message is for the user
     */
    public static Tracing of(Map<String, String> environment, String service) {
        TracingEnvironment known = new TracingEnvironment(environment);
        return known.asksForTraces() ? over(known.sdk(service)) : OFF;
    }

    /** Tracing over an SDK, which is closed with it. */
    public static Tracing over(OpenTelemetrySdk sdk) {
        return new Tracing(sdk, true, () -> sdk.shutdown().join(SECONDS_TO_SEND_THE_REST, TimeUnit.SECONDS));
    }

    /** Whether spans are made at all. */
    public boolean isOn() {
        return on;
    }

    /** A span to be started; its parent is the span in which the thread is, unless another is set. */
    public SpanBuilder span(String name, SpanKind kind) {
        return tracer.spanBuilder(name).setSpanKind(kind);
    }

    /** Sends what has not been sent yet, for a few seconds. */
    @Override
    public void close() {
        farewell.run();
    }
}
