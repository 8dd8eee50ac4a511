// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topics;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Repository;
import dev.hallway.github.Review;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.cursor.Start;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.simulator.LoggedRequest;
import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.simulator.SimulationSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where reading begins: after a moment, or at the beginning once more. */
class StartTest {

    private static final String NAME = "Hall/Way";
    private static final int ITEMS = 360;
    // Item n was opened n hours after the founding and touched last within that hour: the first 240 are older.
    private static final Instant SINCE = Community.FOUNDED.plus(10, ChronoUnit.DAYS);
    private static final long OLDER = 240;

    private final SimulatedCommunity community = new SimulatedCommunity();
    private final RecordedWaits waits = new RecordedWaits();
    private final InMemorySink sink = new InMemorySink();
    private final SimulatedGitHub github = SimulatedGitHub.start(
            community, waits, SimulationSettings.likeGitHub().limitedTo(OptionalInt.empty()));

    @BeforeEach
    void create() {
        Community.create(community, NAME, ITEMS);
    }

    @AfterEach
    void stopGitHub() {
        github.close();
    }

    @Test
    void shouldReadOnlyWhatChangedSinceAndSaySo() throws InterruptedException {
        // When
        CycleReport report = cycle(since(SINCE));

        // Then
        Repository repository = sink.repository("hall/way");
        assertThat(report.complete()).isTrue();
        assertThat(repository.getHistoryComplete()).isFalse();
        assertThat(repository.getGaps()).containsExactly("history before 2023-01-11 was not read");
        assertThat(sink.values(Topics.ISSUES, Issue.class))
                .hasSize(80)
                .allSatisfy(issue -> assertThat(issue.getNumber()).isGreaterThanOrEqualTo(OLDER));
        assertThat(sink.values(Topics.PULL_REQUESTS, PullRequest.class))
                .hasSizeBetween(40, 41)
                .allSatisfy(pull -> assertThat(pull.getNumber()).isGreaterThanOrEqualTo(OLDER));
        assertThat(sink.values(Topics.REVIEWS, Review.class)).hasSizeBetween(80, 82);
    }

    @Test
    void shouldGoOnFromThereAndNotReadTheRestWhileItIsNotWanted() throws InterruptedException {
        // Given
        cycle(since(SINCE));
        github.forgetRequests();

        // When
        CycleReport report = cycle(since(SINCE.plus(1, ChronoUnit.DAYS)));

        // Then
        assertThat(report.requests()).isEqualTo(5);
        assertThat(github.requests()).extracting(LoggedRequest::status).containsOnly(304);
        assertThat(sink.repository("hall/way").getGaps()).containsExactly("history before 2023-01-11 was not read");
    }

    @Test
    void shouldReadTheRestOnceItIsWanted() throws InterruptedException {
        // Given
        Set<String> everything = entitiesOfAFullPull();
        cycle(since(SINCE));

        // When
        cycle(Start.AT_THE_BEGINNING);

        // Then
        assertThat(sink.entities()).isEqualTo(everything);
        assertThat(sink.repository("hall/way").getHistoryComplete()).isTrue();
        assertThat(sink.repository("hall/way").getGaps()).isEmpty();
    }

    @Test
    void shouldLeaveARepositoryAloneThatIsReadFromTheBeginning() throws InterruptedException {
        // Given
        cycle(Start.AT_THE_BEGINNING);
        github.forgetRequests();

        // When
        cycle(since(SINCE));

        // Then
        assertThat(github.requests()).extracting(LoggedRequest::status).containsOnly(304);
        assertThat(sink.repository("hall/way").getHistoryComplete()).isTrue();
    }

    @Test
    void shouldReadEverythingAgainAfterAResetWhereverItWasKilled() throws InterruptedException {
        // Given
        cycle(Start.AT_THE_BEGINNING);
        Set<String> everything = sink.entities();
        int issues = sink.values(Topics.ISSUES, Issue.class).size();
        sink.refuseCommit(sink.commits() + 6);

        // When
        assertThatThrownBy(() -> cycle(new Start(Optional.empty(), true))).isInstanceOf(KafkaException.class);
        cycle(Start.AT_THE_BEGINNING);

        // Then
        assertThat(sink.values(Topics.ISSUES, Issue.class)).hasSize(2 * issues);
        assertThat(sink.entities()).isEqualTo(everything);
    }

    @Test
    void shouldReadEverythingAgainWhenTheCursorsAreLost() throws InterruptedException {
        // Given
        cycle(Start.AT_THE_BEGINNING);
        Set<String> everything = sink.entities();
        int issues = sink.values(Topics.ISSUES, Issue.class).size();
        sink.forgetCursors();

        // When
        CycleReport report = cycle(Start.AT_THE_BEGINNING);

        // Then
        assertThat(report.complete()).isTrue();
        assertThat(sink.values(Topics.ISSUES, Issue.class)).hasSize(2 * issues);
        assertThat(sink.entities()).isEqualTo(everything);
    }

    private Set<String> entitiesOfAFullPull() throws InterruptedException {
        InMemorySink full = new InMemorySink();
        cycle(full, Start.AT_THE_BEGINNING);
        return full.entities();
    }

    private CycleReport cycle(Start start) throws InterruptedException {
        return cycle(sink, start);
    }

    private CycleReport cycle(InMemorySink target, Start start) throws InterruptedException {
        IngestSettings settings = new IngestSettings(
                        github.url(),
                        Access.anonymous(),
                        List.of(NAME),
                        Map.of(),
                        SchemaRegistry.at("mock://start-test"),
                        IngestSettings.ONLY_INGEST,
                        Duration.ofMinutes(1))
                .startingAt(start);
        try (Ingester ingester = new Ingester(settings, target, waits.environment(), new IngestListener() {})) {
            return ingester.runCycle();
        }
    }

    private static Start since(Instant moment) {
        return new Start(Optional.of(moment), false);
    }
}
