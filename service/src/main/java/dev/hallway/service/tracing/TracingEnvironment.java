// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.tracing;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Logger;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** What the environment says of tracing, by the names and with the meaning that OpenTelemetry gives them. */
final class TracingEnvironment {

    private static final String PREFIX = "OTEL_";
    private static final String EXPORTER = "otel.traces.exporter";
    private static final String PROTOCOL = "otel.exporter.otlp.protocol";
    private static final String PROTOCOL_OF_TRACES = "otel.exporter.otlp.traces.protocol";
    private static final String HEADERS = ".headers";
    private static final String NONE = "none";
    // Referred to for as long as the process lives: java.util.logging forgets what nobody refers to.
    private static final Logger LOG_OF_OPENTELEMETRY = Logger.getLogger("io.opentelemetry");

    private final Map<String, String> properties = new HashMap<>();

    TracingEnvironment(Map<String, String> environment) {
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !value.isBlank()) {
                properties.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
    }

    /** An exporter or an address is named, and nobody has disabled it. */
    boolean asksForTraces() {
        boolean named = properties.containsKey(EXPORTER)
                || properties.containsKey("otel.exporter.otlp.endpoint")
                || properties.containsKey("otel.exporter.otlp.traces.endpoint");
        return named
                && !NONE.equals(properties.get(EXPORTER))
                && !"true".equalsIgnoreCase(properties.get("otel.sdk.disabled"));
    }

    OpenTelemetrySdk sdk(String service) {
        if (properties
                .getOrDefault(PROTOCOL_OF_TRACES, properties.getOrDefault(PROTOCOL, ""))
                .equals("grpc")) {
            throw unusable("The protocol is grpc, which needs a library that Hallway does without.");
        }
        logWhereHallwayDoes();
        Map<String, String> all = new HashMap<>();
        all.put("otel.service.name", service);
        // Of the two that OTLP has, it needs no further library, and collectors take both.
        all.put(PROTOCOL, "http/protobuf");
        all.putAll(properties);
        // Hallway's metrics are for Prometheus, and its log is a file.
        all.put("otel.metrics.exporter", NONE);
        all.put("otel.logs.exporter", NONE);
        // What headers carry does not depend on the environment.
        all.put("otel.propagators", "tracecontext");
        try {
            return AutoConfiguredOpenTelemetrySdk.builder()
                    .addPropertiesCustomizer(ignored -> all)
                    .disableShutdownHook()
                    .build()
                    .getOpenTelemetrySdk();
        } catch (ConfigurationException | IllegalArgumentException | IllegalStateException wrong) {
            throw unusable(withoutSecrets(String.valueOf(wrong.getMessage())) + ".");
        }
    }

    private static IllegalArgumentException unusable(String reason) {
        return new IllegalArgumentException("The traces cannot be sent as the environment says (OTEL_...): " + reason
                + " Hallway sends them by OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf, such as to"
                + " OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:4318.");
    }

    /** Headers may hold what a collector asks for. */
    private String withoutSecrets(String message) {
        String without = message;
        for (Map.Entry<String, String> property : properties.entrySet()) {
            if (property.getKey().endsWith(HEADERS)) {
                without = without.replace(property.getValue(), "...");
            }
        }
        return without;
    }

    private static synchronized void logWhereHallwayDoes() {
        if (LOG_OF_OPENTELEMETRY.getUseParentHandlers()) {
            LOG_OF_OPENTELEMETRY.setUseParentHandlers(false);
            LOG_OF_OPENTELEMETRY.addHandler(new SLF4JBridgeHandler());
        }
    }
}
