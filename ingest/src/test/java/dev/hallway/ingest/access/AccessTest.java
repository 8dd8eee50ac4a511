// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallway.ingest.github.AppKeys;
import dev.hallway.ingest.github.QuotaReserve;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTest {

    private static final List<String> REPOSITORIES = List.of("dapr/dapr", "Acme/one", "dapr/docs", "acme/two", "x/y");

    @Test
    void shouldSendEverythingOverOneToken() {
        // Given
        Access access = read(Map.of("GITHUB_TOKEN", " ghp_everything "));

        // When
        List<LanePlan> lanes = access.lanes(REPOSITORIES);

        // Then
        assertThat(lanes).extracting(LanePlan::repositories).containsExactly(REPOSITORIES);
        assertThat(access.authenticated()).isTrue();
    }

    @Test
    void shouldSendTheRepositoriesOfAnOwnerOverItsToken() {
        // Given
        Access access = read(Map.of("GITHUB_TOKEN", "ghp_rest", "HALLWAY_GITHUB_TOKENS", "ACME=ghp_acme, dapr=ghp_d"));

        // When
        List<LanePlan> lanes = access.lanes(REPOSITORIES);

        // Then
        assertThat(lanes)
                .extracting(LanePlan::repositories)
                .containsExactly(List.of("x/y"), List.of("Acme/one", "acme/two"), List.of("dapr/dapr", "dapr/docs"));
    }

    @Test
    void shouldNotMoveARepositoryWhenAnotherIsNamedLast() {
        // Given
        Access access = read(Map.of("HALLWAY_GITHUB_TOKENS", "ghp_first,ghp_second"));

        // When
        List<LanePlan> lanes = access.lanes(REPOSITORIES);

        // Then
        assertThat(lanes)
                .extracting(LanePlan::repositories)
                .containsExactly(List.of("dapr/dapr", "dapr/docs", "x/y"), List.of("Acme/one", "acme/two"));
        assertThat(access.lanes(REPOSITORIES.subList(0, 4)))
                .extracting(LanePlan::repositories)
                .containsExactly(List.of("dapr/dapr", "dapr/docs"), List.of("Acme/one", "acme/two"));
    }

    @Test
    void shouldGiveAnAppALaneForEachOwner(@TempDir Path directory) throws IOException {
        // Given
        Path key = Files.writeString(directory.resolve("app.pem"), AppKeys.pkcs1(AppKeys.generate()));
        Access access = read(Map.of("HALLWAY_GITHUB_APP_ID", "12", "HALLWAY_GITHUB_APP_KEY_FILE", key.toString()));

        // When
        List<LanePlan> lanes = access.lanes(REPOSITORIES);

        // Then
        assertThat(lanes).extracting(LanePlan::name).containsExactly("dapr", "acme", "x");
    }

    @Test
    void shouldRefuseARepositoryThatNoTokenIsFor() {
        // Given
        Access access = read(Map.of("HALLWAY_GITHUB_TOKENS", "acme=ghp_acme"));

        // When
        var refusal = assertThatThrownBy(() -> access.lanes(REPOSITORIES));

        // Then
        refusal.isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("No token is for dapr/dapr")
                .hasMessageNotContaining("ghp_acme");
    }

    @Test
    void shouldRefuseAnAppWithoutItsKey() {
        // When
        var refusal = assertThatThrownBy(() -> read(Map.of("HALLWAY_GITHUB_APP_ID", "12")));

        // Then
        refusal.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("HALLWAY_GITHUB_APP_KEY_FILE");
    }

    @Test
    void shouldNeverShowATokenItself() {
        // When
        Access access = read(Map.of("GITHUB_TOKEN", "ghp_one", "HALLWAY_GITHUB_TOKENS", "acme=ghp_two"));

        // Then
        assertThat(access.toString() + access.lanes(REPOSITORIES)).doesNotContain("ghp_");
    }

    private static Access read(Map<String, String> environment) {
        return EnvironmentAccess.read(environment, QuotaReserve.USUAL);
    }
}
