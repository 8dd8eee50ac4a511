// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.simulator.Entity;
import dev.hallway.simulator.Reader;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.simulator.SimulatedRepository;
import dev.hallway.simulator.SimulationSettings;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The demo community over HTTP, as ingest reads it. */
class ServedDemoTest {

    private final DemoCommunity demo = DemoCommunity.create();
    private final SimulatedGitHub github = SimulatedGitHub.start(
            demo.community(),
            Clock.fixed(demo.end(), ZoneOffset.UTC),
            SimulationSettings.likeGitHub().limitedTo(OptionalInt.empty()));
    private final Reader reader = new Reader(github.url());

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void shouldServeEverythingThatWasSaid() {
        // Given
        List<String> repositories = demo.repositories();

        // When
        List<String> served = new ArrayList<>();
        for (String repository : repositories) {
            served.addAll(idsOf(repository, "/issues", "number"));
            served.addAll(idsOf(repository, "/issues/comments", "id"));
            served.addAll(idsOf(repository, "/pulls/comments", "id"));
            for (String pull : idsOf(repository, "/pulls", "number")) {
                String number = pull.substring(pull.lastIndexOf(' ') + 1);
                served.addAll(idsOf(repository, "/pulls/" + number + "/reviews", "id"));
            }
        }

        // Then
        assertThat(served).containsExactlyInAnyOrderElementsOf(expected());
    }

    @Test
    void shouldServeTheRequestAndItsAnswer() {
        // Given
        DemoStory story = demo.story();

        // When
        List<JsonNode> pulls = reader.whole("/repos/dapr/dapr/pulls?state=all&per_page=100");

        // Then
        assertThat(pulls)
                .filteredOn(pull ->
                        pull.path("number").asLong() == story.firstAnswer().number())
                .singleElement()
                .satisfies(pull -> {
                    assertThat(pull.path("merged_at").asText()).isEqualTo("2020-02-21T16:30:45Z");
                    assertThat(pull.path("body").asText()).startsWith("Closes #1034\n");
                    assertThat(pull.path("user").path("login").asText()).isEqualTo("demo-willow");
                });
    }

    private List<String> idsOf(String repository, String list, String field) {
        return reader.whole("/repos/" + repository + list + "?state=all&per_page=100").stream()
                .map(node -> repository + kindOf(list) + " " + node.path(field).asText())
                .toList();
    }

    private static String kindOf(String list) {
        return list.replaceAll("/\\d+/", "/");
    }

    private List<String> expected() {
        List<String> expected = new ArrayList<>();
        for (SimulatedRepository repository : demo.community().repositories()) {
            for (Entity entity : repository.everything()) {
                expected.add(repository.profile().fullName() + expectedKind(entity));
            }
        }
        return expected;
    }

    private static String expectedKind(Entity entity) {
        if (entity instanceof Entity.IssueComment) {
            return "/issues/comments " + entity.id();
        }
        if (entity instanceof Entity.ReviewComment) {
            return "/pulls/comments " + entity.id();
        }
        return entity instanceof Entity.Review ? "/pulls/reviews " + entity.id() : "/issues " + entity.number();
    }
}
