// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.ingest.access.EnvironmentAccess;
import dev.hallway.ingest.github.QuotaReserve;
import dev.hallway.simulator.Fault;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.standalone.DataDirectory;
import dev.hallway.standalone.Hallway;
import dev.hallway.standalone.HallwayParts;
import dev.hallway.standalone.HallwaySettings;
import dev.hallway.standalone.Reading;
import dev.hallway.standalone.failure.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What takes long when everything is started holds up nobody else. */
@SuppressWarnings("NullAway.Init") // JUnit sets the directory.
class LongPullTest {

    private static final int POLLS = 5;
    private static final String BIG = "Big/Town";
    private static final String SMALL = "Small/Town";

    @TempDir
    private Path directory;

    private final SimulatedGitHub github = SmallCommunity.serve(SmallCommunity.of(List.of(BIG, SMALL), 12));
    private final ExecutorService reading = Executors.newSingleThreadExecutor();
    private final CompletableFuture<Reading> upToDate = new CompletableFuture<>();

    @AfterEach
    void stop() {
        reading.shutdownNow();
        github.close();
    }

    @Test
    void shouldPollOverOneLaneFromTheStartThoughAnotherWaitsForItsQuota() {
        // Given
        github.faults().next("/repos/Big/Town$", Fault.tooManyRequests(3_600));
        try (Hallway hallway = start(Duration.ofMillis(1), BIG, SMALL)) {

            // When
            reading.execute(() -> keepUpToDate(hallway));

            // Then
            Awaiting.until("the small one was polled again and again", () -> polls(SMALL) > POLLS);
            assertThat(polls(BIG)).isEqualTo(1);
            assertThat(upToDate).isNotDone();
        }
    }

    @Test
    void shouldSayOnceThatAllAreUpToDateAndGoOn() {
        // Given
        try (Hallway hallway = start(Duration.ofMinutes(1), BIG, SMALL)) {

            // When
            reading.execute(() -> keepUpToDate(hallway));

            // Then
            assertThat(upToDate.join()).isEqualTo(new Reading(List.of(BIG, SMALL), List.of()));
            assertThat(List.of(polls(BIG), polls(SMALL))).containsExactly(1L, 1L);
        }
    }

    @Test
    void shouldGoOnWithTheOthersIfOneOfThemDoesNotExist() {
        // Given
        try (Hallway hallway = start(Duration.ofMillis(1), "Big/Nothing", SMALL)) {

            // When
            reading.execute(() -> keepUpToDate(hallway));

            // Then
            assertThat(upToDate.join().repositories()).containsExactly("Big/Nothing", SMALL);
            assertThat(upToDate.join().problems())
                    .singleElement()
                    .asString()
                    .startsWith("Repository Big/Nothing does not exist");
            Awaiting.until(
                    "both are polled again and again", () -> polls(SMALL) > POLLS && polls("Big/Nothing") > POLLS);
        }
    }

    private void keepUpToDate(Hallway hallway) {
        try {
            hallway.keepUpToDate(upToDate::complete);
        } catch (Failure stopped) {
            upToDate.completeExceptionally(stopped);
        }
    }

    private long polls(String repository) {
        return github.requests().stream()
                .filter(request -> request.pathAndQuery().endsWith("/repos/" + repository))
                .count();
    }

    private Hallway start(Duration pollInterval, String... repositories) {
        HallwaySettings settings = new HallwaySettings(
                List.of(repositories),
                github.url(),
                EnvironmentAccess.read(
                        Map.of("HALLWAY_GITHUB_TOKENS", "Big=ghp_big,Small=ghp_small"), QuotaReserve.USUAL),
                DataDirectory.prepare(directory),
                0,
                0,
                0);
        return Hallway.start(settings, new HallwayParts(pollInterval), new PlausibleWatcher());
    }
}
