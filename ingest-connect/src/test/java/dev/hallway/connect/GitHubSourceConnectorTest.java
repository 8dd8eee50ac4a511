// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hallway.connect.config.GitHubSourceConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.junit.jupiter.api.Test;

class GitHubSourceConnectorTest {

    private static final String BYTES = "org.apache.kafka.connect.converters.ByteArrayConverter";
    private static final String SECRET = "ghp_secret";

    private final GitHubSourceConnector connector = new GitHubSourceConnector();
    private final Map<String, String> config = new HashMap<>(Map.of(
            "github.repositories", "dapr/dapr, dapr/docs",
            "schema.registry.url", "http://registry:8081",
            "kafka.bootstrap.servers", "kafka:9092",
            "key.converter", BYTES,
            "value.converter", BYTES));

    @Test
    void shouldBeFoundByAWorker() {
        // When
        List<Class<?>> found = ServiceLoader.load(SourceConnector.class).stream()
                .<Class<?>>map(ServiceLoader.Provider::type)
                .toList();

        // Then
        assertThat(found).contains(GitHubSourceConnector.class);
        assertThat(connector.version()).isNotBlank();
    }

    @Test
    void shouldAcceptTheSampleThatComesWithIt() throws IOException {
        // Given
        JsonNode sample = new ObjectMapper().readTree(Files.readString(Path.of("hallway-github-source.json")));
        config.clear();
        sample.path("config")
                .properties()
                .forEach(entry -> config.put(entry.getKey(), entry.getValue().asText()));

        // When
        Map<String, List<String>> errors = errors();

        // Then
        assertThat(errors).isEmpty();
        assertThat(connector.exactlyOnceSupport(config)).isEqualTo(ExactlyOnceSupport.SUPPORTED);
    }

    @Test
    void shouldDescribeEveryPropertyInItsPage() throws IOException {
        // When
        String page = Files.readString(Path.of("..", "docs", "connect.md"));

        // Then
        assertThat(connector.config().names())
                .allSatisfy(name -> assertThat(page).contains("| `" + name + "` |"));
    }

    @Test
    void shouldNameEveryValueThatIngestWouldRefuse() {
        // Given
        config.put("github.repositories", "dapr/dapr,dapr");
        config.put("github.url", "http://user:hidden@example.com");
        config.put("github.tokens", SECRET + ",not a token");
        config.put("github.poll.interval.ms", "0");
        config.put("github.sweep.interval.ms", "0");
        config.put("github.reconcile.interval.ms", "-1");
        config.put("github.partitions", "1001");
        config.remove("schema.registry.url");
        config.remove("kafka.bootstrap.servers");

        // When
        Map<String, List<String>> errors = errors();

        // Then
        assertThat(errors.get("github.repositories"))
                .containsExactly("Not a repository: 'dapr'; OWNER/REPO is expected, such as dapr/dapr.");
        assertThat(errors.get("github.url")).singleElement().asString().startsWith("Not an address of a GitHub API");
        assertThat(errors.get("github.tokens")).singleElement().asString().contains("characters that no token has");
        assertThat(errors.get("github.poll.interval.ms"))
                .singleElement()
                .asString()
                .contains("longer than 0");
        assertThat(errors.get("github.sweep.interval.ms"))
                .singleElement()
                .asString()
                .contains("The sweep interval is PT0S");
        assertThat(errors.get("github.reconcile.interval.ms"))
                .singleElement()
                .asString()
                .contains("The reconcile interval is PT-0.001S");
        assertThat(errors.get("github.partitions"))
                .singleElement()
                .asString()
                .contains("'1001' is not a number of partitions: 1 to 1000");
        assertThat(errors).containsKeys("schema.registry.url", "kafka.bootstrap.servers");
        assertThat(errors.toString()).doesNotContain(SECRET, "hidden");
    }

    @Test
    void shouldRefuseAGitHubAppThatIsNoneWithoutShowingItsKey() {
        // Given
        config.put("github.app.id", "not an id");
        config.put("github.app.key", SECRET);
        config.put("github.app.installation", "hall");
        config.put("github.since", "yesterday");

        // When
        Map<String, List<String>> errors = errors();

        // Then
        assertThat(errors.get("github.app.id")).singleElement().asString().contains("Not the id of a GitHub App");
        assertThat(errors.get("github.app.key"))
                .singleElement()
                .asString()
                .contains("'github.app.key' contains no private key");
        assertThat(errors.get("github.app.installation"))
                .singleElement()
                .asString()
                .contains("github.app.installation");
        assertThat(errors.get("github.since")).singleElement().asString().contains("YYYY-MM-DD");
        assertThat(errors.toString()).doesNotContain(SECRET);
    }

    @Test
    void shouldRefuseToGuessWhoAsks() {
        // Given
        config.put("github.app.id", "12");

        // When
        Map<String, List<String>> withoutKey = errors();
        config.put("github.app.key", AppPem.generate());
        Map<String, List<String>> alone = errors();
        config.put("github.tokens", SECRET);
        Map<String, List<String>> withTokens = errors();
        Throwable started = catchThrowable(() -> GitHubSourceConfig.ofTasks(config, 1));

        // Then
        assertThat(withoutKey.get("github.app.id"))
                .containsExactly("github.app.id is set, but github.app.key is not: a GitHub App needs both.");
        assertThat(alone).isEmpty();
        assertThat(withTokens.get("github.app.id")).singleElement().asString().contains("github.tokens too");
        assertThat(started).isInstanceOf(ConfigException.class).hasMessageContaining("github.tokens too");
    }

    @Test
    void shouldRefuseConvertersThatWouldWriteOtherRecords() {
        // Given
        config.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
        config.remove("value.converter");

        // When
        Map<String, List<String>> errors = errors();

        // Then
        assertThat(errors).containsOnlyKeys("key.converter", "value.converter");
        assertThat(errors.get("value.converter")).singleElement().asString().contains("is not set", BYTES);
    }

    @Test
    void shouldNotPromiseExactlyOnceWhereRecordsMayBeSkipped() {
        // Given
        config.put("errors.tolerance", "all");

        // When
        ExactlyOnceSupport support = connector.exactlyOnceSupport(config);

        // Then
        assertThat(support).isEqualTo(ExactlyOnceSupport.UNSUPPORTED);
    }

    @Test
    void shouldLetOffsetsBeResetButNotBeWritten() {
        // Given
        Map<String, ?> partition = Map.of("host", "api.github.com", "repository", "dapr/dapr", "stream", "issues");
        Map<Map<String, ?>, Map<String, ?>> reset = new HashMap<>();
        reset.put(partition, null);

        // When
        boolean accepted = connector.alterOffsets(config, reset);
        Throwable refused =
                catchThrowable(() -> connector.alterOffsets(config, Map.of(partition, Map.of("since", "2024"))));

        // Then
        assertThat(accepted).isTrue();
        assertThat(refused).isInstanceOf(ConnectException.class).hasMessageContaining("reset it");
    }

    private Map<String, List<String>> errors() {
        return connector.validate(config).configValues().stream()
                .filter(value -> !value.errorMessages().isEmpty())
                .collect(toMap(ConfigValue::name, ConfigValue::errorMessages));
    }
}
