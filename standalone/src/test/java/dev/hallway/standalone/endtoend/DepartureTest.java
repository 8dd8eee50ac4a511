// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.ingest.access.Access;
import dev.hallway.simulator.Entity;
import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.simulator.SimulationSettings;
import dev.hallway.standalone.DataDirectory;
import dev.hallway.standalone.Hallway;
import dev.hallway.standalone.HallwayParts;
import dev.hallway.standalone.HallwaySettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What GitHub no longer has leaves the figures, although GitHub never says so. */
class DepartureTest {

    private static final String REPOSITORY = "Small/Town";
    private static final String PATH = Answers.REPOSITORIES + "/" + REPOSITORY;

    private final PassingTime calendar = new PassingTime(Instant.parse("2024-04-01T12:00:00Z"));

    @Test
    void shouldTakeADeletedIssueOutOfTheFigures(@TempDir Path directory) {
        // Given
        SimulatedCommunity community = SmallCommunity.of(List.of(REPOSITORY), 30);
        SimulationSettings settings = SimulationSettings.likeGitHub().limitedTo(OptionalInt.empty());
        try (SimulatedGitHub github = SimulatedGitHub.start(community, calendar, settings);
                Hallway hallway = start(directory, github)) {
            hallway.bringUpToDate();
            long openedBefore = issuesOpened(hallway);
            community.repositories().get(0).delete(4);
            calendar.forward(Duration.ofDays(8));

            // When
            hallway.bringUpToDate();

            // Then
            assertThat(issuesOpened(hallway)).isEqualTo(openedBefore - 1);
            assertThat(Answers.ask(hallway.address(), PATH + "/items/4")).isEmpty();
            JsonNode inventory =
                    Answers.ask(hallway.address(), PATH).orElseThrow().at("/data/inventory");
            assertThat(inventory.path("items").asLong()).isEqualTo(29);
            assertThat(inventory.path("deletedNumbers").asLong()).isEqualTo(1);
            assertThat(inventory.path("unexplainedNumbers").asLong()).isZero();
        }
    }

    @Test
    void shouldFindADeletedCommentInTheTopic(@TempDir Path directory) {
        // Given
        SimulatedCommunity community = SmallCommunity.of(List.of(REPOSITORY), 30);
        SimulationSettings settings = SimulationSettings.likeGitHub().limitedTo(OptionalInt.empty());
        try (SimulatedGitHub github = SimulatedGitHub.start(community, calendar, settings);
                Hallway hallway = start(directory, github)) {
            hallway.bringUpToDate();
            community.repositories().get(0).everything().stream()
                    .filter(Entity.IssueComment.class::isInstance)
                    .limit(2)
                    .forEach(comment -> community.repositories().get(0).removeIssueComment(comment.id()));
            calendar.forward(Duration.ofDays(8));

            // When
            hallway.bringUpToDate();

            // Then
            JsonNode inventory =
                    Answers.ask(hallway.address(), PATH).orElseThrow().at("/data/inventory");
            assertThat(inventory.path("deletedComments").asLong()).isEqualTo(2);
            assertThat(inventory.path("repairedComments").asLong()).isZero();
        }
    }

    private static Hallway start(Path directory, SimulatedGitHub github) {
        return Hallway.start(
                new HallwaySettings(
                        List.of(REPOSITORY),
                        github.url(),
                        Access.anonymous(),
                        DataDirectory.prepare(directory),
                        0,
                        0,
                        0),
                new HallwayParts(),
                new PlausibleWatcher());
    }

    private static long issuesOpened(Hallway hallway) {
        long opened = 0;
        for (JsonNode week : Answers.ask(hallway.address(), PATH + "/flow?from=2024-W01&to=2024-W20")
                .orElseThrow()
                .path("data")) {
            opened += week.path("issuesOpened").asLong();
        }
        return opened;
    }
}
