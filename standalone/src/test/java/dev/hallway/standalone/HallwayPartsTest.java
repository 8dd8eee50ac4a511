// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.ingest.access.EnvironmentAccess;
import dev.hallway.ingest.github.QuotaReserve;
import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.service.tracing.Tracing;
import dev.hallway.standalone.endtoend.PlausibleWatcher;
import dev.hallway.standalone.failure.Failure;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HallwayPartsTest {

    private static final Cluster NOWHERE =
            new Cluster(Map.of("bootstrap.servers", "nonsense"), SchemaRegistry.at("http://127.0.0.1:1"));

    private final List<String> closed = new ArrayList<>();
    private final HallwayParts parts = new HallwayParts(Duration.ofMinutes(1), this::tracing);

    @Test
    void shouldCloseTheTracingOfStreamsThatDoNotStart(@TempDir Path directory) {
        // When
        Failure failure = catchThrowableOfType(Failure.class, () -> parts.startStreams(NOWHERE, settings(directory)));

        // Then
        assertThat(failure.exitCode()).isEqualTo(HallwayExitCode.KAFKA);
        assertThat(closed).containsExactly("hallway-streams");
    }

    @Test
    void shouldCloseTheTracingOfAnIngestThatDoesNotStart(@TempDir Path directory) {
        // When
        Failure failure = catchThrowableOfType(
                Failure.class, () -> parts.startIngest(NOWHERE, settings(directory), new PlausibleWatcher()));

        // Then
        assertThat(failure.exitCode()).isEqualTo(HallwayExitCode.KAFKA);
        assertThat(closed).containsExactly("hallway-ingest");
    }

    private static HallwaySettings settings(Path directory) {
        return new HallwaySettings(
                List.of("small/town"),
                URI.create("http://127.0.0.1:1"),
                EnvironmentAccess.read(Map.of(), new QuotaReserve(10)),
                new DataDirectory(directory),
                0,
                0,
                0);
    }

    private Tracing tracing(String service) {
        return Tracing.over(OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(new Watched(() -> closed.add(service))))
                        .build())
                .build());
    }

    private record Watched(Runnable whenClosed) implements SpanExporter {

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            whenClosed.run();
            return CompletableResultCode.ofSuccess();
        }
    }
}
