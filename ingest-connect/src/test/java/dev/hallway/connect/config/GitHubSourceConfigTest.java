// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.connect.AppPem;
import dev.hallway.ingest.IngestSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GitHubSourceConfigTest {

    private final Map<String, String> connector = new HashMap<>(Map.of(
            "github.repositories", "a/one,a/two,a/three,A/One,a/four",
            "schema.registry.url", "http://registry:8081",
            "serializer.basic.auth.user.info", "user:hidden",
            "kafka.bootstrap.servers", "kafka:9092",
            "kafka.security.protocol", "SSL"));

    @Test
    void shouldGiveEveryTokenALaneAndEveryRepositoryOne() {
        // Given
        connector.put("github.tokens", "first, second");

        // When
        List<TaskLane> lanes = lanes(5);

        // Then
        assertThat(lanes)
                .extracting(TaskLane::repositories)
                .containsExactly(List.of("a/one", "a/three"), List.of("a/two", "a/four"));
        assertThat(lanes)
                .extracting(lane -> lane.identity().name())
                .containsExactly(
                        "the token in github.tokens (the one at place 1)",
                        "the token in github.tokens (the one at place 2)");
    }

    @Test
    void shouldHaveOneLaneWithoutAToken() {
        // When
        List<TaskLane> lanes = lanes(5);

        // Then
        assertThat(lanes).singleElement().satisfies(lane -> {
            assertThat(lane.identity().authenticated()).isFalse();
            assertThat(lane.repositories()).containsExactly("a/one", "a/two", "a/three", "a/four");
        });
    }

    @Test
    void shouldNotHaveMoreLanesThanTasksTokensOrRepositories() {
        // Given
        connector.put("github.tokens", "t1,t2,t2,t3,t4,t5,t6");

        // When
        List<Integer> counts =
                List.of(lanes(1).size(), lanes(3).size(), lanes(99).size());

        // Then
        assertThat(counts).containsExactly(1, 3, 4);
        assertThat(lanes(3).stream().flatMap(lane -> lane.repositories().stream()))
                .containsExactlyInAnyOrder("a/one", "a/two", "a/three", "a/four");
    }

    @Test
    void shouldGiveEveryOwnerOfAGitHubAppALane() {
        // Given
        connector.put("github.repositories", "a/one,b/one,a/two,c/one");
        connector.put("github.app.id", "12");
        connector.put("github.app.key", AppPem.generate());

        // When
        List<TaskLane> lanes = lanes(5);
        List<TaskLane> fewer = lanes(2);
        connector.put("github.app.installation", "77");
        List<TaskLane> one = lanes(5);

        // Then
        assertThat(lanes)
                .extracting(TaskLane::repositories)
                .containsExactly(List.of("a/one", "a/two"), List.of("b/one"), List.of("c/one"));
        assertThat(fewer)
                .extracting(TaskLane::repositories)
                .containsExactly(List.of("a/one", "a/two", "c/one"), List.of("b/one"));
        assertThat(one).extracting(TaskLane::repositories).containsExactly(List.of("a/one", "b/one", "a/two", "c/one"));
    }

    @Test
    void shouldBeginAtTheNamedDay() {
        // Given
        connector.put("github.since", "2024-03-01");

        // When
        GitHubSourceConfig config = new GitHubSourceConfig(connector);
        IngestSettings settings = config.settings(config.lane());

        // Then
        assertThat(settings.start().since()).contains(Instant.parse("2024-03-01T00:00:00Z"));
    }

    @Test
    void shouldLeaveSecretsUnderTheNamesTheUserGaveThem() {
        // Given
        connector.put("github.tokens", "first,second");

        // When
        List<Map<String, String>> tasks = GitHubSourceConfig.ofTasks(connector, 2);

        // Then
        assertThat(tasks).allSatisfy(task -> {
            assertThat(task).containsAllEntriesOf(connector);
            assertThat(new TreeSet<>(task.values())).doesNotContain("first", "second");
        });
    }

    @Test
    void shouldPassOnWhatIsForKafkaAndTheRegistry() {
        // When
        GitHubSourceConfig config = new GitHubSourceConfig(connector);
        IngestSettings settings = config.settings(config.lane());

        // Then
        assertThat(settings.kafka())
                .containsEntry("bootstrap.servers", "kafka:9092")
                .containsEntry("security.protocol", "SSL");
        assertThat(settings.registry().clientConfig())
                .containsEntry("schema.registry.url", "http://registry:8081")
                .containsEntry("basic.auth.user.info", "user:hidden");
        assertThat(settings.toString()).doesNotContain("hidden");
    }

    @Test
    void shouldCheckAsOftenAsItSays() {
        // Given
        connector.put("github.sweep.interval.ms", "3600000");
        connector.put("github.reconcile.interval.ms", "7200000");

        // When
        GitHubSourceConfig config = new GitHubSourceConfig(connector);

        // Then
        assertThat(config.settings(config.lane()).checks().sweepInterval()).isEqualTo(Duration.ofHours(1));
        assertThat(config.settings(config.lane()).checks().reconcileInterval()).isEqualTo(Duration.ofHours(2));
    }

    private List<TaskLane> lanes(int most) {
        return GitHubSourceConfig.ofTasks(connector, most).stream()
                .map(task -> new GitHubSourceConfig(task).lane())
                .toList();
    }
}
