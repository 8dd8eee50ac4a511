// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallway.contract.ItemKey;
import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topics;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.simulator.SimulatedRepository;
import dev.hallway.simulator.SimulationSettings;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A repository that gets another name keeps one history. */
class RenameTest {

    private static final String OLD = "Old/Name";
    private static final String NEW = "Hall/Way";

    private final SimulatedCommunity community = new SimulatedCommunity();
    private final RecordedWaits waits = new RecordedWaits();
    private final InMemorySink sink = new InMemorySink();
    private SimulatedGitHub github = SimulatedGitHub.start(community, waits, SimulationSettings.likeGitHub());

    @AfterEach
    void stopGitHub() {
        github.close();
    }

    @Test
    void shouldLeaveOneHistoryUnderTheNewName() throws InterruptedException {
        // Given
        SimulatedRepository repository = Community.create(community, OLD, 30);
        cycle(OLD);
        Set<String> before = openItems();
        community.rename(repository, NEW);
        later();

        // When
        CycleReport report = cycle(OLD);

        // Then
        assertThat(before).hasSize(30).allMatch(key -> key.startsWith("old/name#"));
        assertThat(openItems()).hasSize(30).allMatch(key -> key.startsWith("hall/way#"));
        assertThat(report.canonicalNames()).containsExactly(NEW);
        assertThat(sink.repository("hall/way").getPreviousNames()).containsExactly("old/name");
        assertThat(sink.repository("old/name").getDeleted()).isTrue();
        assertThat(sink.repository("old/name").getGaps()).containsExactly("It is Hall/Way now; its history is there.");
    }

    @Test
    void shouldRecogniseTheRepositoryWhenItIsNamedAnew() throws InterruptedException {
        // Given
        SimulatedRepository repository = Community.create(community, OLD, 9);
        cycle(OLD);
        community.rename(repository, NEW);
        later();

        // When
        cycle(NEW);

        // Then
        assertThat(openItems()).hasSize(9).allMatch(key -> key.startsWith("hall/way#"));
        assertThat(sink.repository("hall/way").getPreviousNames()).containsExactly("old/name");
    }

    @Test
    void shouldFinishWhatAKillInterrupted() throws InterruptedException {
        // Given
        SimulatedRepository repository = Community.create(community, OLD, 600);
        cycle(OLD);
        community.rename(repository, NEW);
        later();
        int pages = sink.commits();

        // When
        sink.refuseCommit(2 * pages);
        assertThatThrownBy(() -> cycle(OLD)).isInstanceOf(KafkaException.class);
        cycle(OLD);

        // Then
        assertThat(openItems()).hasSize(600).allMatch(key -> key.startsWith("hall/way#"));
    }

    @Test
    void shouldReadEverythingAgainWhenTheOldNameComesBack() throws InterruptedException {
        // Given
        SimulatedRepository repository = Community.create(community, OLD, 30);
        cycle(OLD);
        SimulatedRepository renamed = community.rename(repository, NEW);
        later();
        cycle(OLD);
        community.rename(renamed, OLD);
        later();

        // When
        CycleReport report = cycle(OLD);

        // Then
        assertThat(report.canonicalNames()).containsExactly(OLD);
        assertThat(openItems()).hasSize(30).allMatch(key -> key.startsWith("old/name#"));
        assertThat(sink.repository("old/name").getDeleted()).isFalse();
    }

    @Test
    void shouldAskNothingMoreOnceItHasFollowed() throws InterruptedException {
        // Given
        SimulatedRepository repository = Community.create(community, OLD, 30);
        cycle(OLD);
        community.rename(repository, NEW);
        later();
        cycle(OLD);
        int commits = sink.commits();

        // When
        CycleReport report = cycle(OLD);

        // Then
        assertThat(report.requests()).isEqualTo(5);
        assertThat(sink.commits()).isEqualTo(commits + 1);
    }

    @Test
    void shouldNotTakeTheSameIdOnAnotherGitHubForTheSameRepository() throws InterruptedException {
        // Given
        SimulatedRepository repository = Community.create(community, OLD, 9);
        cycle(OLD);
        community.rename(repository, NEW);
        github.close();
        github = SimulatedGitHub.start(
                community, waits, new SimulationSettings("", "https://ghe.example", OptionalInt.empty(), Set.of()));

        // When
        cycle(NEW);

        // Then
        assertThat(openItems()).hasSize(18);
        assertThat(sink.repository("old/name").getDeleted()).isFalse();
    }

    private Set<String> openItems() {
        Set<ItemKey> open = new HashSet<>();
        sink.forEachCommitted(
                Topics.ISSUES,
                key -> true,
                issue -> note(open, issue.getRepository(), issue.getNumber(), issue.getDeleted()));
        sink.forEachCommitted(
                Topics.PULL_REQUESTS,
                key -> true,
                pull -> note(open, pull.getRepository(), pull.getNumber(), pull.getDeleted()));
        return open.stream().map(ItemKey::toString).collect(Collectors.toSet());
    }

    private static void note(Set<ItemKey> open, String repository, long number, boolean deleted) {
        ItemKey key = new ItemKey(repository, number);
        if (deleted) {
            open.remove(key);
        } else {
            open.add(key);
        }
    }

    private void later() {
        waits.forward(Duration.ofHours(1));
    }

    private CycleReport cycle(String name) throws InterruptedException {
        IngestSettings settings = new IngestSettings(
                github.url(),
                Access.anonymous(),
                List.of(name),
                Map.of(),
                SchemaRegistry.at("mock://rename-test"),
                IngestSettings.ONLY_INGEST,
                Duration.ofMinutes(1));
        try (Ingester ingester = new Ingester(settings, sink, waits.environment(), new IngestListener() {})) {
            return ingester.runCycle();
        }
    }
}
