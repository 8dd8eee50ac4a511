// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.ingest.RecordedWaits;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.access.EnvironmentAccess;
import dev.hallway.ingest.access.Identity;
import dev.hallway.ingest.github.AppKeys;
import dev.hallway.ingest.github.AppPlaces;
import dev.hallway.ingest.github.QuotaReserve;
import dev.hallway.ingest.github.Token;
import dev.hallway.simulator.Fault;
import dev.hallway.simulator.LoggedRequest;
import dev.hallway.simulator.SimulatedApp;
import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.simulator.SimulationSettings;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessDiagnosisTest {

    private static final KeyPair PAIR = AppKeys.generate();
    private static final String SECRET = "ghp_secretsecretsecret";

    private final RecordedWaits clock = new RecordedWaits();
    private final SimulatedApp app = new SimulatedApp("12", PAIR.getPublic(), clock);
    private SimulatedGitHub github =
            SimulatedGitHub.start(new SimulatedCommunity(), clock, SimulationSettings.likeGitHub());

    @AfterEach
    void stopGitHub() {
        github.close();
    }

    @Test
    void shouldTellWhatIsLeftToNobodyWithoutSpendingAnyOfIt() throws InterruptedException {
        // When
        List<Diagnosis> found = run(Access.anonymous());

        // Then
        Diagnosis.Heard heard = (Diagnosis.Heard) found.get(0);
        assertThat(found).hasSize(1);
        assertThat(heard.who()).isEqualTo("no token");
        assertThat(heard.requests()).map(Budget::remaining).contains(5_000L);
        assertThat(github.requests()).extracting(LoggedRequest::pathAndQuery).containsExactly("/rate_limit");
    }

    @Test
    void shouldTellWhoEachTokenIsAndWhichIsRefused() throws InterruptedException {
        // Given
        restart(SimulationSettings.likeGitHub().accepting(Set.of(SECRET, "ghs_ofactions")));
        Access access = EnvironmentAccess.read(
                Map.of("GITHUB_TOKEN", SECRET, "HALLWAY_GITHUB_TOKENS", "acme=ghp_expired,dapr=ghs_ofactions"),
                QuotaReserve.USUAL);

        // When
        List<Diagnosis> found = run(access);

        // Then
        assertThat(found)
                .extracting(Diagnosis::who)
                .containsExactly(
                        "the token in GITHUB_TOKEN (somebody)",
                        "the token of acme in HALLWAY_GITHUB_TOKENS",
                        "the token of dapr in HALLWAY_GITHUB_TOKENS (an installation, such as GitHub Actions)");
        assertThat(((Diagnosis.Refused) found.get(1)).problem())
                .isEqualTo("GitHub refuses it (401 Bad credentials): put a valid one there");
        assertThat(((Diagnosis.Heard) found.get(2)).points()).map(Budget::limit).contains(5_000L);
        assertThat(found.toString()).doesNotContain(SECRET, "ghp_", "ghs_");
    }

    @Test
    void shouldAskAsEveryInstallationOfAnApp() throws InterruptedException {
        // Given
        app.installOn("hall", 77);
        app.installOn("acme", 78);
        github.install(app);

        // When
        List<Diagnosis> found = run(asApp(Optional.empty()));

        // Then
        assertThat(found)
                .allMatch(Diagnosis.Heard.class::isInstance)
                .extracting(Diagnosis::who)
                .containsExactlyInAnyOrder(
                        "GitHub App 12 (hallway-reader), installation 77 of hall",
                        "GitHub App 12 (hallway-reader), installation 78 of acme");
        assertThat(app.issued()).isEqualTo(2);
    }

    @Test
    void shouldOnlyNoteThatOneOfSeveralInstallationsIsSuspended() throws InterruptedException {
        // Given
        app.installOn("hall", 77);
        app.installOn("acme", 78);
        app.suspend(78);
        github.install(app);

        // When
        List<Diagnosis> found = run(asApp(Optional.empty()));

        // Then
        assertThat(found)
                .hasSize(2)
                .contains(new Diagnosis.Noted(
                        "GitHub App 12 (hallway-reader), installation 78 of acme",
                        "suspended since 2024-05-06T07:08:09Z; its owner's repositories cannot be read"))
                .noneMatch(Diagnosis.Refused.class::isInstance);
        assertThat(app.issued()).isEqualTo(1);
    }

    @Test
    void shouldSayThatTheOnlyInstallationOrTheNamedOneIsSuspended() throws InterruptedException {
        // Given
        app.installOn("acme", 78);
        app.suspend(78);
        github.install(app);

        // When
        List<Diagnosis> only = run(asApp(Optional.empty()));
        app.installOn("hall", 77);
        List<Diagnosis> named = run(asApp(Optional.of("78")));

        // Then
        assertThat(problems(only))
                .singleElement()
                .asString()
                .startsWith("suspended since 2024-05-06T07:08:09Z: its owner");
        assertThat(problems(named)).isEqualTo(problems(only));
    }

    @Test
    void shouldSayThatThereAreMoreInstallationsThanItLookedAt() throws InterruptedException {
        // Given
        for (int owner = 0; owner < 101; owner++) {
            app.installOn("owner" + owner, 1_000 + owner);
        }
        github.install(app);

        // When
        List<Diagnosis> found = run(asApp(Optional.empty()));

        // Then
        assertThat(found)
                .hasSize(101)
                .filteredOn(Diagnosis.Noted.class::isInstance)
                .containsExactly(new Diagnosis.Noted(
                        "GitHub App 12 (hallway-reader)",
                        "it has more installations than the first 100, which were checked"));
    }

    @Test
    void shouldSayThatTheNamedInstallationIsNone() throws InterruptedException {
        // Given
        app.installOn("hall", 77);
        github.install(app);

        // When
        List<Diagnosis> found = run(asApp(Optional.of("99")));

        // Then
        assertThat(problems(found))
                .singleElement()
                .asString()
                .contains("has no installation 99", "HALLWAY_GITHUB_APP_INSTALLATION");
    }

    @Test
    void shouldSayThatTheAppIsInstalledNowhere() throws InterruptedException {
        // Given
        github.install(app);

        // When
        List<Diagnosis> found = run(asApp(Optional.empty()));

        // Then
        assertThat(problems(found)).singleElement().asString().contains("installed nowhere");
    }

    @Test
    void shouldSayThatTheKeyIsNotTheApps() throws InterruptedException {
        // Given
        github.install(new SimulatedApp("12", AppKeys.generate().getPublic(), clock));

        // When
        List<Diagnosis> found = run(asApp(Optional.empty()));

        // Then
        assertThat(problems(found))
                .singleElement()
                .asString()
                .contains("refuses its key (401", "HALLWAY_GITHUB_APP_KEY_FILE");
    }

    @Test
    void shouldNotTryAgainNorWait() throws InterruptedException {
        // Given
        github.faults().next("/rate_limit", Fault.badGateway());
        github.faults().next("/rate_limit", Fault.tooManyRequests(600));

        // When
        List<Diagnosis> found =
                List.of(run(Access.anonymous()).get(0), run(Access.anonymous()).get(0));

        // Then
        assertThat(problems(found)).hasSize(2).allMatch(problem -> problem.contains("check the network"));
        assertThat(problems(found).get(0)).startsWith("/rate_limit: GitHub answered 502: ");
        assertThat(github.requests()).hasSize(2);
    }

    @Test
    void shouldTellOfAServerThatLimitsNothing() throws InterruptedException {
        // Given
        restart(SimulationSettings.likeGitHub().limitedTo(OptionalInt.empty()));

        // When
        Diagnosis found = run(Access.with(new Token(SECRET))).get(0);

        // Then
        assertThat(((Diagnosis.Heard) found).requests()).isEmpty();
    }

    private List<Diagnosis> run(Access access) throws InterruptedException {
        return new AccessDiagnosis(github.url(), access, clock).run();
    }

    private static Access asApp(Optional<String> installation) {
        Identity app = new Identity.App("12", AppKeys.read(PAIR), installation, AppPlaces.ENVIRONMENT);
        return new Access(List.of(app), QuotaReserve.USUAL);
    }

    private static List<String> problems(List<Diagnosis> found) {
        return found.stream().map(one -> ((Diagnosis.Refused) one).problem()).toList();
    }

    private void restart(SimulationSettings changed) {
        github.close();
        github = SimulatedGitHub.start(new SimulatedCommunity(), clock, changed);
    }
}
