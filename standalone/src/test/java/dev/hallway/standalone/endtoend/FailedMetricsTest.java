// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallway.contract.Topics;
import dev.hallway.ingest.access.Access;
import dev.hallway.simulator.Entity;
import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.simulator.SimulatedRepository;
import dev.hallway.standalone.DataDirectory;
import dev.hallway.standalone.Hallway;
import dev.hallway.standalone.HallwayParts;
import dev.hallway.standalone.HallwaySettings;
import dev.hallway.standalone.failure.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Metrics that fail while everything runs. */
class FailedMetricsTest {

    private static final String REPOSITORY = "small/town";

    @Test
    void shouldEndWithTheReasonThoughGitHubCanStillBeRead(@TempDir Path directory) {
        // Given
        SimulatedCommunity community = SmallCommunity.of(List.of(REPOSITORY), 9);
        try (SimulatedGitHub github = SmallCommunity.serve(community);
                Hallway hallway = Hallway.start(
                        settings(github, directory),
                        new HallwayParts(Duration.ofMillis(100)),
                        new PlausibleWatcher())) {

            // When, Then
            assertThatThrownBy(() -> hallway.keepUpToDate(reading -> {
                        refuseStories(hallway);
                        SimulatedRepository town = community.repositories().get(0);
                        town.put(
                                Entity.Issue.opened(10, null, "One more", null, Instant.parse("2024-03-31T12:00:00Z")));
                    }))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("max.message.bytes");
        }
    }

    private static HallwaySettings settings(SimulatedGitHub github, Path directory) {
        return new HallwaySettings(
                List.of(REPOSITORY), github.url(), Access.anonymous(), DataDirectory.prepare(directory), 0, 0, 0);
    }

    /** From now on Kafka takes no story. */
    private static void refuseStories(Hallway hallway) {
        ConfigResource stories = new ConfigResource(ConfigResource.Type.TOPIC, Topics.STORIES.name());
        Collection<AlterConfigOp> tooSmall =
                List.of(new AlterConfigOp(new ConfigEntry("max.message.bytes", "1"), AlterConfigOp.OpType.SET));
        try (Admin admin = Admin.create(hallway.cluster().kafka())) {
            admin.incrementalAlterConfigs(Map.of(stories, tooSmall)).all().get();
        } catch (ExecutionException refused) {
            throw new AssertionError(refused);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("Interrupted while changing a topic.", interrupted);
        }
    }
}
