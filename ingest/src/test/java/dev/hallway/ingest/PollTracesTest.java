// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topics;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.publish.OutgoingRecord;
import dev.hallway.ingest.publish.RecordSerializer;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.ingest.tracing.RecordedSpans;
import dev.hallway.ingest.tracing.TracedPageSink;
import dev.hallway.service.tracing.TraceHeaders;
import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.simulator.SimulationSettings;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The beginning of the traces of what is polled. */
class PollTracesTest {

    private static final String NAME = "Hall/Way";
    private static final String PAGE = "poll page";

    private final SimulatedCommunity community = new SimulatedCommunity();
    private final RecordedWaits waits = new RecordedWaits();
    private final InMemorySink sink = new InMemorySink();
    private final RecordedSpans spans = new RecordedSpans();
    private final SimulatedGitHub github = SimulatedGitHub.start(community, waits, SimulationSettings.likeGitHub());

    @AfterEach
    void stop() {
        github.close();
        spans.close();
    }

    @Test
    void shouldSendTheContextOfItsPageWithEveryFact() throws InterruptedException {
        // Given
        Community.create(community, NAME, 30);

        // When
        cycle();

        // Then
        assertThat(sink.records())
                .filteredOn(record -> Topics.INPUTS.contains(record.topic()))
                .isNotEmpty()
                .extracting(OutgoingRecord::trace)
                .isSubsetOf(spans.contexts(PAGE));
        assertThat(sink.records())
                .filteredOn(record -> record.topic().equals(Topics.INGEST_CURSORS))
                .isNotEmpty()
                .extracting(OutgoingRecord::trace)
                .containsOnly(SpanContext.getInvalid());
    }

    @Test
    void shouldShowWhatGitHubAnsweredWhileAPageWasRead() throws InterruptedException {
        // Given
        Community.create(community, NAME, 30);

        // When
        cycle();

        // Then
        assertThat(spans.named(PAGE))
                .flatExtracting(span -> span.getEvents())
                .extracting(EventData::getName, PollTracesTest::endpoint)
                .contains(tuple("answer", "/repos/{owner}/{repo}/issues"));
        assertThat(spans.named(PAGE))
                .extracting(span -> span.getAttributes().get(AttributeKey.stringKey("hallway.repository")))
                .containsOnly("hall/way");
    }

    @Test
    void shouldShowThatAPageWasNotTaken() {
        // Given
        Community.create(community, NAME, 30);
        sink.refuseCommit(1);

        // When
        ThrowingCallable cycle = this::cycle;

        // Then
        assertThatThrownBy(cycle).isInstanceOf(KafkaException.class);
        assertThat(spans.named(PAGE))
                .extracting(span -> span.getStatus().getStatusCode())
                .contains(StatusCode.ERROR);
    }

    @Test
    void shouldWriteTheContextIntoTheHeadersAndNothingWithoutOne() throws InterruptedException {
        // Given
        Community.create(community, NAME, 3);
        cycle();
        OutgoingRecord<?> traced = sink.records().stream()
                .filter(record -> record.topic().equals(Topics.ISSUES))
                .findFirst()
                .orElseThrow();
        try (RecordSerializer serializer =
                new RecordSerializer(SchemaRegistry.at("mock://poll-traces"), Clock.systemUTC())) {

            // When
            SpanContext sent = TraceHeaders.read(serializer.serialize(traced).headers());

            // Then
            assertThat(sent.getTraceId()).isEqualTo(traced.trace().getTraceId());
            assertThat(serializer
                            .serialize(traced.within(SpanContext.getInvalid()))
                            .headers())
                    .isEmpty();
        }
    }

    private void cycle() throws InterruptedException {
        IngestSettings settings = new IngestSettings(
                github.url(),
                Access.anonymous(),
                List.of(NAME),
                Map.of(),
                SchemaRegistry.at("mock://poll-traces"),
                IngestSettings.ONLY_INGEST,
                Duration.ofMinutes(1));
        try (Ingester ingester = Ingester.traced(
                settings, new TracedPageSink(sink, spans.tracing()), waits.environment(), new IngestListener() {})) {
            ingester.runCycle();
        }
    }

    private static String endpoint(EventData event) {
        return String.valueOf(event.getAttributes().get(AttributeKey.stringKey("url.template")));
    }
}
