// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.hallway.simulator.Fault;
import dev.hallway.simulator.LoggedRequest;
import dev.hallway.simulator.SimulatedApp;
import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.simulator.SimulatedRepository;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GitHubSourceTaskTest {

    private static final String NAME = "Hall/Way";
    private static final String TOKEN = "ghp_right";

    private SimulatedCommunity community;
    private SimulatedGitHub github;
    private final Map<String, String> config = new HashMap<>();

    @BeforeEach
    void start() {
        community = Village.of(List.of(NAME), 30);
        github = Village.serve(community, Set.of(TOKEN));
        config.putAll(Map.of(
                "github.repositories",
                NAME,
                "github.tokens",
                TOKEN,
                "github.url",
                github.url().toString(),
                "github.poll.interval.ms",
                "3600000",
                "schema.registry.url",
                "mock://source-task-test",
                "kafka.bootstrap.servers",
                "kafka:9092"));
    }

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void shouldBringWhatTheIngestBringsThatRunsAlone() throws InterruptedException {
        // Given
        PlainIngest plain = PlainIngest.of(config);

        // When
        InMemoryWorker worker = complete();

        // Then
        assertThat(worker.log().stream().map(InMemoryWorker::line)).containsExactlyElementsOf(plain.lines());
        assertThat(worker.facts()).hasSizeGreaterThan(100);
    }

    @Test
    void shouldLoseNothingAndRepeatNothingWhereverATaskIsLost() throws InterruptedException {
        // Given
        InMemoryWorker whole = complete();
        List<Map<String, Integer>> results = new ArrayList<>();

        // When
        for (int lost = 0; lost < whole.commits(); lost++) {
            InMemoryWorker worker = new InMemoryWorker(config);
            worker.runAndLosePageAfter(lost);
            worker.runUntil(() -> Completion.of(worker.log(), NAME));
            results.add(worker.facts());
        }

        // Then
        assertThat(results).hasSizeGreaterThan(7).allSatisfy(result -> assertThat(result)
                .isEqualTo(whole.facts()));
    }

    @Test
    void shouldAskOnlyConditionallyAfterARestart() throws InterruptedException {
        // Given
        InMemoryWorker worker = complete();
        int before = worker.log().size();
        github.forgetRequests();

        // When
        worker.runUntil(() -> worker.log().size() > before);

        // Then
        assertThat(github.requests())
                .hasSize(5)
                .extracting(LoggedRequest::status)
                .containsOnly(304);
    }

    @Test
    void shouldGoOnUnderTheNewNameAfterARestart() throws InterruptedException {
        // Given
        SimulatedRepository repository = community.repositories().get(0);
        community.renamedFrom("Old/Name", repository);
        config.put("github.repositories", "old/name");
        InMemoryWorker worker = complete();
        int before = worker.log().size();
        github.forgetRequests();

        // When
        worker.runUntil(() -> worker.log().size() > before);

        // Then
        assertThat(github.requests())
                .hasSize(5)
                .extracting(LoggedRequest::status)
                .containsOnly(304);
    }

    @Test
    void shouldNeverStoreAnOffsetAheadOfItsFacts() throws InterruptedException {
        // When
        InMemoryWorker worker = complete();

        // Then
        Map<Map<String, ?>, Map<String, ?>> stored = new HashMap<>();
        for (SourceRecord record : worker.log()) {
            if (InMemoryWorker.isFact(record)) {
                Map<String, ?> before = stored.getOrDefault(record.sourcePartition(), Map.of());
                assertThat(record.sourceOffset()).isEqualTo(before);
            }
            stored.put(record.sourcePartition(), new TreeMap<>(record.sourceOffset()));
        }
        assertThat(stored).hasSizeGreaterThan(5);
    }

    @Test
    void shouldFailInOneLineWhenTheTokenIsWrong() {
        // Given
        config.put("github.tokens", "ghp_wrong");
        InMemoryWorker worker = new InMemoryWorker(config);

        // When
        Throwable failure = catchThrowable(() -> worker.runUntil(() -> false));

        // Then
        assertThat(failure)
                .isInstanceOf(ConnectException.class)
                .hasMessage("GitHub refused the token in github.tokens access to Hall/Way (401 Bad credentials): put a"
                        + " valid one there.");
    }

    @Test
    void shouldFailInOneLineWhenNoneOfItsRepositoriesExists() {
        // Given
        config.put("github.repositories", "no/body");
        InMemoryWorker worker = new InMemoryWorker(config);

        // When
        Throwable failure = catchThrowable(() -> worker.runUntil(() -> false));

        // Then
        assertThat(failure)
                .isInstanceOf(ConnectException.class)
                .hasMessage("Repository no/body does not exist, or the token in github.tokens may not see it.");
    }

    @Test
    void shouldBringTheSameAsAGitHubApp() throws InterruptedException {
        // Given
        Map<String, Integer> withToken = complete().facts();
        KeyPair pair = AppPem.pair();
        SimulatedApp app = new SimulatedApp("12", pair.getPublic(), Village.CLOCK);
        app.installOn("hall", 77);
        github.install(app);
        config.remove("github.tokens");
        config.put("github.app.id", "12");
        config.put("github.app.key", AppPem.of(pair));

        // When
        InMemoryWorker worker = complete();

        // Then
        assertThat(worker.facts()).isEqualTo(withToken);
        assertThat(app.issued()).isEqualTo(1);
    }

    @Test
    void shouldLeaveOutWhatDidNotChangeSinceTheNamedDay() throws InterruptedException {
        // Given
        config.put("github.since", "2024-01-02");
        InMemoryWorker worker = new InMemoryWorker(config);

        // When
        worker.runUntil(() -> !worker.facts().isEmpty()
                && github.requests().stream()
                        .anyMatch(request -> request.pathAndQuery().contains("/pulls/comments?")));

        // Then
        assertThat(github.requests())
                .extracting(LoggedRequest::pathAndQuery)
                .anyMatch(asked -> asked.contains("/issues?") && asked.contains("since=2024-01-02T00:00:00Z"))
                .noneMatch(asked -> asked.contains("since=1980"));
    }

    @Test
    void shouldReadTheRestOnceTheDayIsNoLongerNamed() throws InterruptedException {
        // Given
        Set<String> everything = complete().facts().keySet();
        github.forgetRequests();
        config.put("github.since", "2024-01-02");
        InMemoryWorker worker = new InMemoryWorker(config);
        worker.runUntil(() -> github.requests().stream()
                .anyMatch(request -> request.pathAndQuery().contains("/pulls/comments?")));
        Set<String> sinceThen = worker.facts().keySet();
        worker.configure("github.since", "");

        // When
        worker.runUntil(() -> Completion.of(worker.log(), NAME));

        // Then
        assertThat(sinceThen).isNotEmpty().isNotEqualTo(everything);
        assertThat(worker.facts().keySet()).isEqualTo(everything);
    }

    @Test
    void shouldReadTheOthersWhenOneRepositoryDoesNotExist() throws InterruptedException {
        // Given
        config.put("github.repositories", "no/body," + NAME);
        config.put("github.poll.interval.ms", "1");
        InMemoryWorker worker = complete();
        int before = worker.log().size();

        // When
        worker.runUntil(() -> worker.log().size() > before);

        // Then
        assertThat(github.requests()).extracting(LoggedRequest::status).contains(404);
        assertThat(Completion.of(worker.log(), NAME)).isTrue();
    }

    @Test
    void shouldStopWhileGitHubKeepsItWaiting() throws InterruptedException {
        // Given
        github.faults().next("/issues\\?", Fault.tooManyRequests(3_000));
        InMemoryWorker worker = new InMemoryWorker(config);

        // When
        worker.runUntil(() -> github.requests().stream().anyMatch(request -> request.status() == 429));

        // Then
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("ingest-" + NAME);
    }

    private InMemoryWorker complete() throws InterruptedException {
        InMemoryWorker worker = new InMemoryWorker(config);
        worker.runUntil(() -> Completion.of(worker.log(), NAME));
        return worker;
    }
}
