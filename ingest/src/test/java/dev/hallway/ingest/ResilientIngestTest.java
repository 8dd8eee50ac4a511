// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topics;
import dev.hallway.github.Issue;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.cursor.Start;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.simulator.SimulationSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ingest that outlives times without Kafka. */
class ResilientIngestTest {

    private static final String NAME = "Hall/Way";

    private final SimulatedCommunity community = new SimulatedCommunity();
    private final RecordedWaits waits = new RecordedWaits();
    private final InMemorySink sink = new InMemorySink();
    private final List<String> told = new ArrayList<>();
    private final SimulatedGitHub github = SimulatedGitHub.start(
            community, waits, SimulationSettings.likeGitHub().limitedTo(OptionalInt.empty()));
    private boolean done;

    @AfterEach
    void stopGitHub() {
        github.close();
    }

    @Test
    void shouldGoOnAfterTheLastCommittedPage() throws InterruptedException {
        // Given
        Community.create(community, NAME, 30);
        sink.refuseCommit(3);

        // When
        lasting(Start.AT_THE_BEGINNING, this::connect).run(() -> done);

        // Then
        assertThat(told)
                .containsExactly("PT1S Kafka or the schema registry cannot be used: The broker went away."
                        + " Check --bootstrap-servers, --kafka-config and --schema-registry.");
        assertThat(waits.waits()).containsExactly(Duration.ofSeconds(1));
        assertThat(sink.values(Topics.ISSUES, Issue.class)).hasSize(20);
    }

    @Test
    void shouldWaitLongerTheLongerItLasts() throws InterruptedException {
        // Given
        Community.create(community, NAME, 3);
        List<KafkaException> outages = new ArrayList<>();
        for (int attempt = 0; attempt < 8; attempt++) {
            outages.add(new TimeoutException("no answer"));
        }

        // When
        lasting(Start.AT_THE_BEGINNING, settings -> {
                    if (!outages.isEmpty()) {
                        throw outages.remove(0);
                    }
                    return connect(settings);
                })
                .run(() -> done);

        // Then
        assertThat(waits.waits()).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void shouldNotWaitForARefusal() {
        // Given
        ResilientIngest refused = lasting(Start.AT_THE_BEGINNING, settings -> {
            throw new TopicAuthorizationException("not allowed");
        });

        // When
        var thrown = assertThatThrownBy(() -> refused.run(() -> done));

        // Then
        thrown.isInstanceOf(TopicAuthorizationException.class);
        assertThat(waits.waits()).isEmpty();
    }

    @Test
    void shouldForgetOnlyOnceWhatHasBeenRead() throws InterruptedException {
        // Given
        Community.create(community, NAME, 30);
        lasting(Start.AT_THE_BEGINNING, this::connect).run(() -> done);
        done = false;
        int reset = sink.commits();
        sink.refuseCommit(reset + 7);

        // When
        lasting(new Start(Optional.empty(), true), this::connect).run(() -> done);

        // Then
        assertThat(told).hasSize(1);
        assertThat(sink.values(Topics.ISSUES, Issue.class)).hasSize(40);
    }

    private ResilientIngest lasting(Start start, ResilientIngest.Connector connector) {
        IngestSettings settings = new IngestSettings(
                        github.url(),
                        Access.anonymous(),
                        List.of(NAME),
                        Map.of(),
                        SchemaRegistry.at("mock://lasting-ingest-test"),
                        IngestSettings.ONLY_INGEST,
                        Duration.ofMinutes(1))
                .startingAt(start);
        return new ResilientIngest(settings, connector, waits, listener());
    }

    private Ingester connect(IngestSettings settings) {
        return new Ingester(settings, sink, waits.environment(), listener());
    }

    private IngestListener listener() {
        return new IngestListener() {
            @Override
            public void waiting(Duration duration, String reason) {
                told.add(duration + " " + reason);
            }

            @Override
            public void cycleFinished(CycleReport report) {
                done = report.complete();
            }
        };
    }
}
