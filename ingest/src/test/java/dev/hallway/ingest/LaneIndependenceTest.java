// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.access.EnvironmentAccess;
import dev.hallway.ingest.github.Pause;
import dev.hallway.ingest.github.QuotaReserve;
import dev.hallway.ingest.github.Timeouts;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.ingest.report.RepositoryOutcome;
import dev.hallway.simulator.Fault;
import dev.hallway.simulator.LoggedRequest;
import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.simulator.SimulationSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What takes long holds up nobody else. */
class LaneIndependenceTest {

    private static final int POLLS = 5;

    private final SimulatedCommunity community = new SimulatedCommunity();
    private final RecordedWaits waits = new RecordedWaits();
    private final InMemorySink sink = new InMemorySink();
    private final SimulatedGitHub github = SimulatedGitHub.start(community, waits, SimulationSettings.likeGitHub());

    @AfterEach
    void stopGitHub() {
        github.close();
    }

    @Test
    void shouldPollOverOneLaneWhileAnotherWaitsForItsQuota() throws InterruptedException {
        // Given: a lane whose wait ends when the other has polled often enough, and not by time
        Community.create(community, "hall/way", 30);
        Community.create(community, "acme/one", 30);
        github.faults().next("/repos/hall/way$", Fault.tooManyRequests(3_000));
        CountDownLatch polled = new CountDownLatch(POLLS);
        AtomicBoolean heldUp = new AtomicBoolean();
        AtomicBoolean done = new AtomicBoolean();
        Pause pause = duration -> {
            if (duration.toSeconds() == 3_000) {
                heldUp.set(!polled.await(20, TimeUnit.SECONDS));
            } else {
                waits.pause(duration);
            }
        };
        IngestListener listener = new IngestListener() {
            @Override
            public void repositoryFinished(RepositoryOutcome outcome) {
                if (outcome.requestedName().equals("acme/one")) {
                    polled.countDown();
                } else {
                    done.set(true);
                }
            }
        };

        // When
        try (Ingester ingester = ingester(tokens(), List.of("hall/way", "acme/one"), pause, listener)) {
            ingester.run(done::get);
        }

        // Then
        assertThat(heldUp).isFalse();
        assertThat(sink.repository("hall/way").getHistoryComplete()).isTrue();
        assertThat(sink.repository("acme/one").getHistoryComplete()).isTrue();
    }

    @Test
    void shouldPollACompleteRepositoryDuringTheLongFirstPullOfAnother() throws InterruptedException {
        // Given: GitHub takes forty seconds for an answer
        Community.create(community, "hall/big", 600);
        Community.create(community, "hall/small", 31);
        try (Ingester ingester = ingester(Access.anonymous(), List.of("hall/small"), waits, new IngestListener() {})) {
            ingester.runCycle();
        }
        github.forgetRequests();
        AtomicInteger pollsOfSmall = new AtomicInteger();
        AtomicInteger pollsDuringBig = new AtomicInteger();
        AtomicBoolean done = new AtomicBoolean();
        IngestListener listener = new IngestListener() {
            @Override
            public void answered(int status, OptionalLong quotaLeft) {
                waits.forward(Duration.ofSeconds(40));
            }

            @Override
            public void repositoryFinished(RepositoryOutcome outcome) {
                if (outcome.requestedName().equals("hall/small")) {
                    pollsOfSmall.incrementAndGet();
                } else {
                    pollsDuringBig.set(pollsOfSmall.get());
                    done.set(true);
                }
            }
        };

        // When
        try (Ingester ingester = ingester(Access.anonymous(), List.of("hall/big", "hall/small"), waits, listener)) {
            ingester.run(done::get);
        }

        // Then
        assertThat(pollsDuringBig.get()).isGreaterThan(POLLS);
        assertThat(sink.repository("hall/big").getHistoryComplete()).isTrue();
        List<LoggedRequest> ofSmall = github.requests().stream()
                .filter(request -> request.pathAndQuery().contains("/hall/small"))
                .toList();
        assertThat(Collections.frequency(
                        ofSmall.stream().map(LoggedRequest::status).toList(), 304))
                .isEqualTo(ofSmall.size());
    }

    @Test
    void shouldNotHoldUpALaneThatHasAnotherNameOfWhatIsPulled() throws InterruptedException {
        // Given: acme's lane begins when hall's waits in the middle of its pull, and that ends when acme's polled
        // enough
        community.renamedFrom("acme/old", Community.create(community, "hall/way", 30));
        Community.create(community, "acme/one", 30);
        github.faults().next("/repos/hall/way/issues\\?", Fault.tooManyRequests(3_000));
        CountDownLatch polled = new CountDownLatch(POLLS);
        AtomicBoolean underWay = new AtomicBoolean();
        AtomicBoolean heldUp = new AtomicBoolean();
        AtomicBoolean done = new AtomicBoolean();
        Pause pause = duration -> {
            if (duration.toSeconds() == 3_000) {
                underWay.set(true);
                heldUp.set(!polled.await(20, TimeUnit.SECONDS));
            }
            waits.pause(duration);
        };
        IngestListener listener = new IngestListener() {
            @Override
            public void repositoryFinished(RepositoryOutcome outcome) {
                if (outcome.requestedName().equals("acme/one")) {
                    polled.countDown();
                }
                done.compareAndSet(false, outcome.requestedName().equals("acme/old"));
            }
        };

        // When
        try (Ingester ingester = ingester(tokens(), List.of("hall/way", "acme/old", "acme/one"), pause, listener)) {
            ingester.run(done::get, name -> underWay.get() || name.startsWith("hall/"), () -> {});
        }

        // Then
        assertThat(heldUp).isFalse();
        assertThat(sink.repository("hall/way").getHistoryComplete()).isTrue();
    }

    @Test
    void shouldLookAgainAfterWaitingForAnotherNameInASingleCycle() throws InterruptedException {
        // Given: what hall's lane reads takes most of an hour, and begins when acme's has looked
        community.renamedFrom("acme/old", Community.create(community, "hall/way", 30));
        github.faults().next("/repos/hall/way/issues\\?", Fault.tooManyRequests(3_000));
        CountDownLatch found = new CountDownLatch(1);
        Pause pause = duration -> {
            assertThat(found.await(20, TimeUnit.SECONDS)).isTrue();
            waits.pause(duration);
        };
        IngestListener listener = new IngestListener() {
            @Override
            public void moved(String requestedName, String canonicalName) {
                found.countDown();
            }
        };
        Instant begun = waits.instant();

        // When
        CycleReport report;
        try (Ingester ingester = ingester(tokens(), List.of("hall/way", "acme/old"), pause, listener)) {
            report = ingester.runCycle();
        }

        // Then
        assertThat(report.complete()).isTrue();
        assertThat(report.outcomes())
                .extracting(RepositoryOutcome::requestedName)
                .containsExactly("hall/way", "acme/old");
        assertThat(sink.repository("hall/way").getSyncedAt()).isAfterOrEqualTo(begun.plusSeconds(3_000));
    }

    private static Access tokens() {
        return EnvironmentAccess.read(
                Map.of("HALLWAY_GITHUB_TOKENS", "hall=ghp_hall,acme=ghp_acme"), QuotaReserve.USUAL);
    }

    private Ingester ingester(Access access, List<String> repositories, Pause pause, IngestListener listener) {
        IngestSettings settings = new IngestSettings(
                github.url(),
                access,
                repositories,
                Map.of(),
                SchemaRegistry.at("mock://lane-independence-test"),
                IngestSettings.ONLY_INGEST,
                Duration.ofMinutes(1));
        return new Ingester(
                settings, sink, new IngestEnvironment(waits, pause, new Random(1), Timeouts.USUAL), listener);
    }
}
