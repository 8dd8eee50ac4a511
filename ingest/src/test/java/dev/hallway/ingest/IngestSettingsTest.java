// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.ingest.access.Access;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IngestSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://api.github.com", "https://ghe.example/api/v3", "http://127.0.0.1:8080"})
    void shouldAcceptAddressesOfGitHub(String url) {
        // When
        IngestSettings settings = settings(url, "dapr/dapr");

        // Then
        assertThat(settings.host()).isEqualTo(URI.create(url).getHost());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://ghe.example/api/v3", "ftp://api.github.com", "api.github.com", "https://a?b=c"})
    void shouldRefuseOtherAddresses(String url) {
        // When
        var refusal = assertThatThrownBy(() -> settings(url, "dapr/dapr"));

        // Then
        refusal.isInstanceOf(IllegalArgumentException.class).hasMessageContaining(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dapr", "dapr/", "/dapr", "a/b/c", "a b/c", "https://github.com/dapr/dapr"})
    void shouldRefuseWhatIsNoRepository(String name) {
        // When
        var refusal = assertThatThrownBy(() -> settings("https://api.github.com", name));

        // Then
        refusal.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("'" + name + "'", "OWNER/REPO");
    }

    private static IngestSettings settings(String url, String repository) {
        return new IngestSettings(
                URI.create(url),
                Access.anonymous(),
                List.of(repository),
                Map.of(),
                SchemaRegistry.at("mock://settings"),
                IngestSettings.ONLY_INGEST,
                Duration.ofMinutes(1));
    }
}
