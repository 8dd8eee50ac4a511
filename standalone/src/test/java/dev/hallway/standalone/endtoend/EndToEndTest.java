// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.contract.Topics;
import dev.hallway.ingest.access.Access;
import dev.hallway.simulator.LoggedRequest;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.standalone.Cluster;
import dev.hallway.standalone.DataDirectory;
import dev.hallway.standalone.Hallway;
import dev.hallway.standalone.HallwayParts;
import dev.hallway.standalone.HallwaySettings;
import dev.hallway.standalone.Reading;
import dev.hallway.standalone.Watcher;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From GitHub to topics, answers and the digest. */
@SuppressWarnings("NullAway.Init") // Set before the tests.
class EndToEndTest {

    private static final String REPOSITORY = "Small/Town";
    private static final int ITEMS = 60;
    private static final int BESIDE_REVIEWS = 70;
    private static final int REQUESTS_WHEN_NOTHING_IS_NEW = 12;
    private static final int NOT_MODIFIED = 304;

    private static final Map<String, String> TOPICS = Map.of(
            "feedback-latency", Topics.FEEDBACK_LATENCY.name(),
            "contributor-diversity", Topics.CONTRIBUTOR_DIVERSITY.name(),
            "responsiveness", Topics.RESPONSIVENESS.name(),
            "flow", Topics.FLOW.name());

    @TempDir
    private Path directory;

    private final SimulatedGitHub github = SmallCommunity.serve(SmallCommunity.of(List.of(REPOSITORY), ITEMS));

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void shouldPublishWhatItAnswers() {
        // Given
        try (Hallway hallway = start()) {

            // When
            Reading reading = hallway.bringUpToDate();

            // Then
            assertThat(reading).isEqualTo(new Reading(List.of(REPOSITORY), List.of()));
            assertThat(github.requests()).hasSizeLessThanOrEqualTo(SmallCommunity.pullRequests(ITEMS) + BESIDE_REVIEWS);
            TOPICS.forEach((metric, topic) -> assertThat(published(hallway.cluster(), topic))
                    .as(metric)
                    .isNotEmpty()
                    .isEqualTo(answered(hallway, metric)));
        }
    }

    @Test
    void shouldTellTheStoryAfterAskingOnlyWhetherAnythingIsNew() throws Exception {
        // Given
        try (Hallway hallway = start()) {
            hallway.bringUpToDate();
        }
        github.forgetRequests();

        // When
        try (HallwayProcess digest = HallwayProcess.start(
                directory,
                "digest",
                REPOSITORY,
                "--week",
                "2024-W02",
                "--github-url",
                github.url().toString(),
                "--data-dir",
                directory.toString())) {
            int exit = digest.end();

            // Then
            assertThat(exit).as(digest.err()).isZero();
            assertThat(digest.out().lines())
                    .filteredOn(line -> line.contains("Wish 4: asked by"))
                    .singleElement()
                    .asString()
                    .contains("**bela**", "answered by pull request [#6]", "after 2 d 18 h");
            assertThat(github.requests())
                    .hasSizeLessThanOrEqualTo(REQUESTS_WHEN_NOTHING_IS_NEW)
                    .extracting(LoggedRequest::status)
                    .containsOnly(NOT_MODIFIED);
        }
    }

    private Hallway start() {
        HallwaySettings settings = new HallwaySettings(
                List.of(REPOSITORY), github.url(), Access.anonymous(), DataDirectory.prepare(directory), 0, 0, 0);
        return Hallway.start(settings, new HallwayParts(), new Unwatched());
    }

    private static Map<String, JsonNode> published(Cluster cluster, String topic) {
        return MetricTopic.latest(
                topic,
                Objects.requireNonNull(cluster.kafka().get("bootstrap.servers")),
                cluster.registry().url());
    }

    /** By the keys that the contract promises. */
    private static Map<String, JsonNode> answered(Hallway hallway, String metric) {
        Map<String, JsonNode> weeks = new TreeMap<>();
        JsonNode answer = Answers.ask(hallway.address(), Answers.REPOSITORIES + "/" + REPOSITORY + "/" + metric)
                .orElseThrow();
        answer.path("data")
                .forEach(week -> weeks.put("small/town|" + week.path("week").asText(), week));
        return weeks;
    }

    private static final class Unwatched implements Watcher {

        @Override
        public void stage(String what) {
            assertThat(what).isNotBlank();
        }

        @Override
        public void progress(long done, long total) {
            assertThat(done).isNotNegative();
        }

        @Override
        public void note(String line) {
            throw new AssertionError("Nothing is worth a note: " + line);
        }
    }
}
