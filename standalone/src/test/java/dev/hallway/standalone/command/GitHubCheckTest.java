// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.simulator.SimulationSettings;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class GitHubCheckTest {

    private static final int RESERVE = 10;

    @Test
    void shouldTellWhoAsksAndWhatIsLeftToThem() {
        // Given
        Map<String, String> environment = Map.of("GITHUB_TOKEN", "ghp_secret");

        // When
        List<Finding> findings = check(5_000, environment);

        // Then
        assertThat(findings).hasSize(1).allMatch(Finding::healthy);
        assertThat(findings.get(0).line())
                .startsWith("ok    GitHub: the token in GITHUB_TOKEN (somebody): 5,000 of 5,000 requests left until ")
                .contains("500 of them reserved; GraphQL: 5,000 of 5,000 points left")
                .doesNotContain("ghp_secret");
    }

    @Test
    void shouldSayThatOnlyTheReserveIsLeft() {
        // Given
        int noneAnHour = 0;
        int oneAnHour = 1;

        // When
        List<Finding> spent = check(oneAnHour, Map.of());
        List<Finding> unlimited = check(noneAnHour, Map.of());

        // Then
        assertThat(spent.get(0).line())
                .startsWith("FIX   GitHub: no token: 1 of 1 requests left")
                .endsWith("reserve.");
        assertThat(unlimited.get(0).line())
                .startsWith("ok    GitHub: no token: GitHub reports no limit; with GITHUB_TOKEN");
    }

    @Test
    void shouldSayThatTheKeyFileIsMissing() {
        // Given
        Map<String, String> environment =
                Map.of("HALLWAY_GITHUB_APP_ID", "12", "HALLWAY_GITHUB_APP_KEY_FILE", "nowhere.pem");

        // When
        List<Finding> findings = check(5_000, environment);

        // Then
        assertThat(findings).singleElement().matches(finding -> !finding.healthy());
        assertThat(findings.get(0).line()).contains("'nowhere.pem', cannot be read");
    }

    @Test
    void shouldSayThatGitHubCannotBeReached() {
        // Given
        URI nobodyListens = URI.create("http://127.0.0.1:1");

        // When
        List<Finding> findings = GitHubCheck.run(nobodyListens, Map.of(), RESERVE);

        // Then
        assertThat(findings.get(0).line())
                .startsWith("FIX   GitHub: no token: ")
                .contains("127.0.0.1:1", "--github-url");
    }

    private static List<Finding> check(int requestsAnHour, Map<String, String> environment) {
        SimulationSettings settings = SimulationSettings.likeGitHub().limitedTo(OptionalInt.of(requestsAnHour));
        try (SimulatedGitHub github = SimulatedGitHub.start(new SimulatedCommunity(), Clock.systemUTC(), settings)) {
            return GitHubCheck.run(github.url(), environment, RESERVE);
        }
    }
}
