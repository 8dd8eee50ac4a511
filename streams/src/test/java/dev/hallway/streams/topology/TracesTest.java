// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.Topics;
import dev.hallway.github.Issue;
import dev.hallway.github.Repository;
import dev.hallway.service.tracing.TraceHeaders;
import dev.hallway.service.tracing.Tracing;
import dev.hallway.streams.reference.Facts;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far the context of a trace travels through the real topology. */
@SuppressWarnings("NullAway.Init") // Set before the tests.
class TracesTest {

    private static final String COMMUNITY = "community-changelog";

    @TempDir
    private Path stateDirectory;

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final Tracing tracing = Tracing.over(OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .build());

    @AfterEach
    void stop() {
        tracing.close();
    }

    @Test
    void shouldCarryTheContextOfAFactToTheRowsDerivedFromIt() {
        // Given
        SpanContext poll = sender(1);
        try (HallwayDriver hallway = HallwayDriver.traced(stateDirectory, tracing)) {
            hallway.take(issue(1), headers(poll));

            // When
            hallway.settle();

            // Then
            assertThat(taken())
                    .singleElement()
                    .extracting(SpanData::getParentSpanId)
                    .isEqualTo(poll.getSpanId());
            assertThat(derivations())
                    .isNotEmpty()
                    .allMatch(derived -> derived.getLinks().isEmpty())
                    .extracting(SpanData::getParentSpanId)
                    .containsOnly(taken().get(0).getSpanId());
            assertThat(hallway.headersOf(Topics.FLOW))
                    .isNotEmpty()
                    .extracting(row -> TraceHeaders.read(row).getSpanId())
                    .isSubsetOf(derivations().stream().map(SpanData::getSpanId).toList());
        }
    }

    @Test
    void shouldLinkADerivationToTheOtherFactsItDerivesFrom() {
        // Given
        try (HallwayDriver hallway = HallwayDriver.traced(stateDirectory, tracing)) {
            hallway.take(issue(1), headers(sender(1)));
            hallway.take(issue(2), headers(sender(2)));
            hallway.take(issue(3), headers(sender(3)));

            // When
            hallway.settle();

            // Then
            assertThat(derivations())
                    .isNotEmpty()
                    .allMatch(derived -> derived.getTraceId().equals(sender(1).getTraceId()))
                    .extracting(TracesTest::linkedTraces)
                    .containsOnly(List.of(sender(2).getTraceId(), sender(3).getTraceId()));
            assertThat(derivations()).extracting(TracesTest::facts).containsOnly(3L);
        }
    }

    @Test
    void shouldNotLinkToMoreFactsThanAreBounded() {
        // Given
        try (HallwayDriver hallway = HallwayDriver.traced(stateDirectory, tracing)) {
            IntStream.rangeClosed(1, 50).forEach(number -> hallway.take(issue(number), headers(sender(number))));

            // When
            hallway.settle();

            // Then
            assertThat(derivations())
                    .isNotEmpty()
                    .extracting(derived -> derived.getLinks().size())
                    .containsOnly(31);
            assertThat(derivations()).extracting(TracesTest::facts).containsOnly(50L);
        }
    }

    @Test
    void shouldNotDeriveFromWhatWasDerivedBefore() {
        // Given
        try (HallwayDriver hallway = HallwayDriver.traced(stateDirectory, tracing)) {
            hallway.take(issue(1), headers(sender(1)));
            hallway.settle();
            hallway.take(issue(1), headers(sender(2)));
            hallway.settle();
            spans.reset();
            hallway.take(issue(2), headers(sender(3)));

            // When
            hallway.settle();

            // Then
            assertThat(derivations())
                    .isNotEmpty()
                    .allMatch(derived -> derived.getLinks().isEmpty())
                    .extracting(SpanData::getTraceId)
                    .containsOnly(sender(3).getTraceId());
        }
    }

    @Test
    void shouldNotDeriveFromADescriptionThatOnlyMakesADigestDue() {
        // Given
        try (HallwayDriver hallway = HallwayDriver.traced(stateDirectory, tracing)) {
            hallway.take(Facts.repository("acme/app", 1).build());
            hallway.take(issue(1));
            hallway.settle();
            hallway.take(
                    Repository.newBuilder(Facts.repository("acme/app", 1).build())
                            .setSyncedAt(Facts.START.plus(Duration.ofDays(30)))
                            .build(),
                    headers(sender(1)));
            hallway.take(issue(2), headers(sender(2)));

            // When
            hallway.settle();

            // Then
            assertThat(derivations())
                    .isNotEmpty()
                    .extracting(SpanData::getTraceId)
                    .containsOnly(sender(2).getTraceId());
        }
    }

    @Test
    void shouldCarryTheContextToAnotherRepository() {
        // Given
        try (HallwayDriver hallway = HallwayDriver.traced(stateDirectory, tracing)) {
            hallway.take(Facts.issue("acme/docs", 7).build());
            hallway.settle();
            hallway.take(
                    Facts.pullRequest("acme/app", 1).body("Fixes acme/docs#7").build(), headers(sender(1)));

            // When
            hallway.settle();

            // Then
            assertThat(spans.getFinishedSpanItems())
                    .extracting(SpanData::getTraceId)
                    .containsOnly(sender(1).getTraceId());
            assertThat(spans.getFinishedSpanItems())
                    .extracting(span -> span.getAttributes().get(AttributeKey.stringKey("hallway.repository")))
                    .contains("acme/app", "acme/docs");
        }
    }

    @Test
    void shouldShowThatARecordWasSetAside() {
        // Given
        try (HallwayDriver hallway = HallwayDriver.traced(stateDirectory, tracing)) {

            // When
            hallway.takeAs("acme/app#2", issue(1), headers(sender(1)));

            // Then
            assertThat(taken())
                    .extracting(span -> span.getStatus().getStatusCode())
                    .containsExactly(StatusCode.ERROR);
        }
    }

    @Test
    void shouldKeepNothingOfATraceInStores() {
        // Given
        try (HallwayDriver hallway = HallwayDriver.traced(stateDirectory, tracing)) {

            // When
            hallway.take(issue(1), headers(sender(1)));

            // Then
            assertThat(hallway.headersOfInternal(COMMUNITY)).isNotEmpty().allSatisfy(headers -> assertThat(
                            headers.lastHeader(TraceHeaders.TRACEPARENT))
                    .isNull());
        }
    }

    @Test
    void shouldTraceNothingThatCarriesNoContext() {
        // Given
        try (HallwayDriver hallway = HallwayDriver.traced(stateDirectory, tracing)) {
            hallway.take(issue(1));
            hallway.take(
                    issue(2),
                    new RecordHeaders()
                            .add(TraceHeaders.TRACEPARENT, "x".repeat(100_000).getBytes(UTF_8)));

            // When
            hallway.settle();

            // Then
            assertThat(spans.getFinishedSpanItems()).isEmpty();
            assertThat(hallway.headersOf(Topics.FLOW)).isNotEmpty().allSatisfy(row -> assertThat(row)
                    .isEmpty());
        }
    }

    @Test
    void shouldWriteNoHeadersWhileTracingIsOff() {
        // Given
        try (HallwayDriver hallway = new HallwayDriver(stateDirectory)) {
            hallway.take(issue(1), headers(sender(1)));

            // When
            hallway.settle();

            // Then
            assertThat(hallway.headersOf(Topics.FLOW)).isNotEmpty().allSatisfy(row -> assertThat(row)
                    .isEmpty());
        }
    }

    private List<SpanData> taken() {
        return named("process hallway.github.issues");
    }

    /** One, or more if it took longer than a look may. */
    private List<SpanData> derivations() {
        return named("derive figures");
    }

    private List<SpanData> named(String name) {
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .toList();
    }

    private static List<String> linkedTraces(SpanData span) {
        return span.getLinks().stream()
                .map(link -> link.getSpanContext().getTraceId())
                .toList();
    }

    private static Long facts(SpanData span) {
        return Objects.requireNonNull(span.getAttributes().get(AttributeKey.longKey("hallway.facts")));
    }

    private static Issue issue(long number) {
        return Facts.issue("acme/app", number).build();
    }

    private static SpanContext sender(int number) {
        return SpanContext.createFromRemoteParent(
                "%032x".formatted(number), "%016x".formatted(number), TraceFlags.getSampled(), TraceState.getDefault());
    }

    private static Headers headers(SpanContext sender) {
        Headers headers = new RecordHeaders();
        TraceHeaders.write(Span.wrap(sender), headers);
        return headers;
    }
}
