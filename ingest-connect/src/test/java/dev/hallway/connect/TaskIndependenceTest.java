// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.simulator.Fault;
import dev.hallway.simulator.SimulatedApp;
import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedGitHub;
import java.security.KeyPair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What takes long in a task, or leads to nothing, holds up nothing else in it. */
@Timeout(120)
class TaskIndependenceTest {

    private static final int POLLS = 5;
    private static final String BIG = "hall/big";
    private static final String SMALL = "acme/small";

    private final SimulatedCommunity community = Village.of(List.of(BIG, SMALL), 300);
    private final SimulatedGitHub github = Village.serve(community, Set.of("ghp_right"));
    private final Map<String, String> config = new HashMap<>();

    @BeforeEach
    void configure() {
        config.putAll(Map.of(
                "github.repositories", BIG + "," + SMALL,
                "github.tokens", "ghp_right",
                "github.url", github.url().toString(),
                "github.poll.interval.ms", "1",
                "schema.registry.url", "mock://source-task-test",
                "kafka.bootstrap.servers", "kafka:9092"));
    }

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void shouldPollTheRepositoriesOfOneOwnerWhileAnotherWaitsForItsQuota() throws InterruptedException {
        // Given
        askAsAppInstalledOn("hall", "acme");
        github.faults().next("/repos/hall/big$", Fault.tooManyRequests(3_000));
        InMemoryWorker worker = new InMemoryWorker(config);

        // When
        worker.runUntil(() -> polls(SMALL) > POLLS);

        // Then
        assertThat(Completion.of(worker.log(), SMALL)).isTrue();
        assertThat(polls(BIG)).isEqualTo(1);
    }

    @Test
    void shouldReadTheRepositoriesOfOneOwnerThoughThoseOfAnotherDoNotExist() throws InterruptedException {
        // Given
        askAsAppInstalledOn("no", "acme");
        config.put("github.repositories", "no/body," + SMALL);
        github.faults().next("/repos/acme/small$", Fault.badGateway());
        InMemoryWorker worker = new InMemoryWorker(config);

        // When
        worker.runUntil(() -> Completion.of(worker.log(), SMALL) && polls("no/body") > POLLS);

        // Then
        assertThat(github.requests())
                .filteredOn(request -> request.pathAndQuery().endsWith("/repos/no/body"))
                .allSatisfy(request -> assertThat(request.status()).isEqualTo(404));
    }

    @Test
    void shouldPollACompleteRepositoryDuringTheLongFirstPullOfAnother() throws InterruptedException {
        // Given
        InMemoryWorker worker = new InMemoryWorker(config);
        worker.configure("github.repositories", SMALL);
        worker.runUntil(() -> Completion.of(worker.log(), SMALL));
        worker.configure("github.repositories", BIG + "," + SMALL);
        github.forgetRequests();

        // When
        worker.runUntil(() -> Completion.of(worker.log(), BIG) || polls(SMALL) > 1);

        // Then
        assertThat(Completion.of(worker.log(), BIG)).isFalse();
        assertThat(polls(SMALL)).isEqualTo(2);
    }

    private long polls(String repository) {
        return github.requests().stream()
                .filter(request -> request.pathAndQuery().endsWith("/repos/" + repository))
                .count();
    }

    private void askAsAppInstalledOn(String... owners) {
        KeyPair pair = AppPem.pair();
        SimulatedApp app = new SimulatedApp("12", pair.getPublic(), Village.CLOCK);
        for (int index = 0; index < owners.length; index++) {
            app.installOn(owners[index], 77L + index);
        }
        github.install(app);
        config.remove("github.tokens");
        config.put("github.app.id", "12");
        config.put("github.app.key", AppPem.of(pair));
    }
}
