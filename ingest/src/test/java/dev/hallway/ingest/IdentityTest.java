// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topics;
import dev.hallway.github.Issue;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.access.EnvironmentAccess;
import dev.hallway.ingest.access.Identity;
import dev.hallway.ingest.github.AppKey;
import dev.hallway.ingest.github.AppKeys;
import dev.hallway.ingest.github.AppPlaces;
import dev.hallway.ingest.github.QuotaReserve;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.ingest.report.RepositoryOutcome;
import dev.hallway.simulator.Fault;
import dev.hallway.simulator.LoggedRequest;
import dev.hallway.simulator.SimulatedApp;
import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.simulator.SimulationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks GitHub, over how many lanes, and what is left for others. */
class IdentityTest {

    private static final KeyPair PAIR = AppKeys.generate();
    private static final List<String> REPOSITORIES = List.of("hall/way", "acme/one", "hall/docs", "acme/two");

    private final SimulatedCommunity community = new SimulatedCommunity();
    private final RecordedWaits waits = new RecordedWaits();
    private final InMemorySink sink = new InMemorySink();
    private final SimulatedApp app = new SimulatedApp("12", PAIR.getPublic(), waits);
    private SimulatedGitHub github = SimulatedGitHub.start(community, waits, SimulationSettings.likeGitHub());

    @AfterEach
    void stopGitHub() {
        github.close();
    }

    @Test
    void shouldReadOverSeveralTokensAndKeepEachRepositoryOnItsOwn() throws InterruptedException {
        // Given
        restart(SimulationSettings.likeGitHub().accepting(Set.of("ghp_hall", "ghp_acme")));
        REPOSITORIES.forEach(name -> Community.create(community, name, 30));
        Access access = tokens("hall=ghp_hall,acme=ghp_acme");
        cycle(access);
        github.forgetRequests();

        // When
        CycleReport report = cycle(access);

        // Then: an ETag is known only to the token that got it
        assertThat(report.canonicalNames()).containsExactlyElementsOf(REPOSITORIES);
        assertThat(github.requests()).extracting(LoggedRequest::status).containsOnly(304);
        assertThat(sink.values(Topics.ISSUES, Issue.class)).hasSize(4 * 20);
    }

    @Test
    void shouldReadTwoNamesOfOneRepositoryOnTwoLanesWithoutLosingAnything() throws InterruptedException {
        // Given
        community.renamedFrom("old/name", Community.create(community, "hall/way", 130));
        cycle(tokens("ghp_one"), List.of("hall/way"));
        Set<String> expected = sink.entities();
        InMemorySink second = new InMemorySink();

        // When
        try (Ingester ingester =
                ingester(tokens("ghp_one,ghp_two"), List.of("hall/way", "old/name"), second, new IngestListener() {})) {
            ingester.runCycle();
        }

        // Then
        assertThat(second.entities().stream().filter(line -> !line.contains(Topics.REPOSITORIES.name())))
                .containsExactlyElementsOf(expected.stream()
                        .filter(line -> !line.contains(Topics.REPOSITORIES.name()))
                        .toList());
        assertThat(second.repository("hall/way").getHistoryComplete()).isTrue();
    }

    @Test
    void shouldStopAllLanesWhenOneCannotCommit() {
        // Given
        REPOSITORIES.forEach(name -> Community.create(community, name, 30));
        sink.refuseCommit(5);

        // When
        var failure = assertThatThrownBy(() -> cycle(tokens("ghp_one,ghp_two")));

        // Then
        failure.isInstanceOf(KafkaException.class).hasMessage("The broker went away.");
    }

    @Test
    void shouldReadAsAGitHubAppAndRenewItsTokenInTime() throws InterruptedException {
        // Given
        install(77);
        Community.create(community, "hall/way", 30);
        try (Ingester ingester =
                ingester(asApp(Optional.empty()), List.of("hall/way"), sink, new IngestListener() {})) {
            ingester.runCycle();
            waits.forward(Duration.ofMinutes(56));

            // When
            CycleReport report = ingester.runCycle();

            // Then
            assertThat(report.complete()).isTrue();
            assertThat(app.issued()).isEqualTo(2);
            assertThat(github.requests()).extracting(LoggedRequest::status).doesNotContain(401);
            assertThat(github.requests())
                    .extracting(LoggedRequest::pathAndQuery)
                    .startsWith("/repos/hall/way/installation", "/app/installations/77/access_tokens")
                    .doesNotContain("/user");
        }
    }

    @Test
    void shouldAskForAnotherTokenOnceIfGitHubRefusesTheOld() throws InterruptedException {
        // Given
        install(77);
        Community.create(community, "hall/way", 30);
        try (Ingester ingester =
                ingester(asApp(Optional.of("77")), List.of("hall/way"), sink, new IngestListener() {})) {
            ingester.runCycle();
            app.revokeTokens();

            // When
            CycleReport report = ingester.runCycle();

            // Then
            assertThat(report.complete()).isTrue();
            assertThat(app.issued()).isEqualTo(2);
            assertThat(github.requests().stream().filter(request -> request.status() == 401))
                    .hasSize(1);
        }
    }

    @Test
    void shouldReadAsAnAppThroughFaultsAndAClockThatIsWrong() throws InterruptedException {
        // Given
        SimulatedApp strict = new SimulatedApp("12", PAIR.getPublic(), new AheadBy(waits, Duration.ofMinutes(20)));
        strict.installOn("hall", 77);
        github.close();
        github = SimulatedGitHub.start(
                community, new AheadBy(waits, Duration.ofMinutes(20)), SimulationSettings.likeGitHub());
        github.install(strict);
        Community.create(community, "hall/way", 3);
        github.faults().next("/access_tokens", Fault.badGateway());

        // When
        CycleReport report = cycle(asApp(Optional.empty()), List.of("hall/way"));

        // Then
        assertThat(report.complete()).isTrue();
    }

    @Test
    void shouldSayWhereTheAppIsNotInstalled() throws InterruptedException {
        // Given
        install(77);
        Community.create(community, "acme/one", 3);

        // When
        RepositoryOutcome outcome =
                cycle(asApp(Optional.empty()), List.of("acme/one")).outcomes().get(0);

        // Then
        assertThat(outcome.line()).contains("GitHub App 12 is not installed on acme/one", "install it there");
    }

    @Test
    void shouldSayThatTheKeyIsNotTheApps() throws InterruptedException {
        // Given
        github.install(new SimulatedApp("12", AppKeys.generate().getPublic(), waits));

        // When
        RepositoryOutcome outcome =
                cycle(asApp(Optional.empty()), List.of("hall/way")).outcomes().get(0);

        // Then
        assertThat(outcome.line()).contains("GitHub refuses the key of App 12 (401", "HALLWAY_GITHUB_APP_KEY_FILE");
    }

    @Test
    void shouldNeverSpendTheReserve() throws InterruptedException {
        // Given
        restart(SimulationSettings.likeGitHub().limitedTo(OptionalInt.of(12)));
        Community.create(community, "hall/way", 90);
        List<Long> left = Collections.synchronizedList(new ArrayList<>());
        Access access = tokens("ghp_one").reserving(new QuotaReserve(25));

        // When
        try (Ingester ingester = ingester(access, List.of("hall/way"), sink, new IngestListener() {
            @Override
            public void answered(int status, OptionalLong quotaLeft) {
                quotaLeft.ifPresent(left::add);
            }
        })) {
            ingester.runCycle();
        }

        // Then
        assertThat(left).contains(3L).allSatisfy(quota -> assertThat(quota).isGreaterThanOrEqualTo(3));
        assertThat(waits.waits()).containsOnly(Duration.ofSeconds(3601));
    }

    @Test
    void shouldShowNoSecretThatGitHubRepeats(@TempDir Path directory) throws InterruptedException, IOException {
        // Given
        Path key = Files.writeString(directory.resolve("app.pem"), AppKeys.pkcs1(PAIR));
        Access access = EnvironmentAccess.read(
                Map.of("HALLWAY_GITHUB_APP_ID", "12", "HALLWAY_GITHUB_APP_KEY_FILE", key.toString()),
                QuotaReserve.USUAL);
        install(77);
        String body = "{\"message\":\"Not you, ghs_simulated1, nor ghp_abcdefghijklmnop, nor eyJhbGci.eyJpc3Mi.abc\"}";
        github.faults().next("/repos/hall/way$", new Fault.Reply(418, Map.of(), body));

        // When
        RepositoryOutcome outcome =
                cycle(access, List.of("hall/way")).outcomes().get(0);

        // Then
        assertThat(outcome.line()).contains("418 Not you, ***, nor ***, nor ***");
    }

    private void install(long installation) {
        app.installOn("hall", installation);
        github.install(app);
    }

    private static Access tokens(String value) {
        return EnvironmentAccess.read(Map.of("HALLWAY_GITHUB_TOKENS", value), QuotaReserve.USUAL);
    }

    private static Access asApp(Optional<String> installation) {
        return new Access(
                List.of(new Identity.App("12", key(), installation, AppPlaces.ENVIRONMENT)), QuotaReserve.USUAL);
    }

    private static AppKey key() {
        return AppKeys.read(PAIR);
    }

    private CycleReport cycle(Access access) throws InterruptedException {
        return cycle(access, REPOSITORIES);
    }

    private CycleReport cycle(Access access, List<String> repositories) throws InterruptedException {
        try (Ingester ingester = ingester(access, repositories, sink, new IngestListener() {})) {
            return ingester.runCycle();
        }
    }

    private Ingester ingester(Access access, List<String> repositories, InMemorySink target, IngestListener listener) {
        IngestSettings settings = new IngestSettings(
                github.url(),
                access,
                repositories,
                Map.of(),
                SchemaRegistry.at("mock://identity-test"),
                IngestSettings.ONLY_INGEST,
                Duration.ofMinutes(1));
        return new Ingester(settings, target, waits.environment(), listener);
    }

    private void restart(SimulationSettings changed) {
        github.close();
        github = SimulatedGitHub.start(community, waits, changed);
    }
}
